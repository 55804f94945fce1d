import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitrary, complaints, docs, requestSchema, responseSchema } from './schema.ts'
import { openDoor, post, signed, WORDS } from './support.ts'

const page = readFileSync(join(docs, 'praise.md'), 'utf8')
const shell = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines)

describe('the page about praise', () => {
  test.each(shell.map((lines, n) => [n, lines]))('has a command that works (%i)', async (_, lines) => {
    const { url, zendesk } = await openDoor()
    const command = String(lines)
      .replaceAll('https://plaudit.example.com/praise', url)
      .replace('node -e', `'${process.execPath}' -e`)
      .replace('< letter.txt', `<<< 'Thank you, all of you, for last Sunday.'`)
    const env = {
      PATH: process.env.PATH,
      PLAUDIT_TOKEN: zendesk.token,
      PLAUDIT_SECRET: zendesk.secret,
      MESSAGE_ID: 'm1',
    }
    const { stdout } = await promisify(execFile)('bash', ['-euc', command], { env })
    expect(JSON.parse(stdout)).toEqual({ id: expect.any(String), status: 'received' })
  })

  test('names every status that the other page knows', () => {
    for (const status of [200, 202, 400, 401, 408, 413, 415, 429, 503]) {
      expect(responseSchema(status)).toBeDefined()
      expect(page).toMatch(new RegExp(`\\| ${status} `))
    }
  })
})

describe('the running server, asked by somebody who only knows the OpenAPI page', () => {
  test('takes whatever the page allows, and answers as it says', async () => {
    const { send } = await openDoor()
    await fc.assert(
      fc.asyncProperty(arbitrary(requestSchema), async (praise) => {
        const { status, body } = await send(inThePast(praise as { receivedAt?: string | null }))
        expect({ known: [200, 202], status, body, praise }).toMatchObject({
          known: expect.arrayContaining([status]),
        })
        expect(complaints(body, responseSchema(status) ?? {})).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  test('refuses what it forbids, on that field', async () => {
    const { send } = await openDoor()
    const fields = Object.keys(requestSchema.properties ?? {})
    const wrong = fc.constantFrom<unknown>({}, true, { a: 1 }, [[]], [7])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), wrong, async (field, value) => {
        fc.pre(!(field === 'customer' && !Array.isArray(value) && typeof value === 'object'))
        const { status, body } = await send({ words: WORDS, [field]: value })
        expect({ status, field: body.field }).toEqual({
          status: 400,
          field: expect.stringMatching(new RegExp(`^${field}`)),
        })
        expect(complaints(body, responseSchema(status) ?? {})).toEqual([])
      }),
      { numRuns: 80 },
    )
  }, 60_000)

  test('answers as the page says, whatever the bytes', async () => {
    const { url, zendesk } = await openDoor()
    const anything = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constant(''),
      fc.constant('{"words":'),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const { status, body } = await post(url, signed(zendesk, text), text)
        const schema = responseSchema(status)
        expect({ status, text, isKnown: schema !== undefined }).toMatchObject({ isKnown: true })
        expect(status).toBeLessThan(500)
        expect(complaints(body, schema ?? {})).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

/** What the page says of days that are still to come, its pattern cannot. */
const inThePast = <T extends { receivedAt?: string | null }>(praise: T): T =>
  praise.receivedAt ? { ...praise, receivedAt: `19${praise.receivedAt.slice(2)}` } : praise
