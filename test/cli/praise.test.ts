import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { aFolder, startToday, types, typesAfresh } from './support.ts'

const WORDS = 'Bob stayed until the heating ran again. Thank you!'

async function stopped() {
  const { plaudit, env } = await startToday()
  await plaudit.stops()
  const count = (table: string): number => {
    const db = new Database(plaudit.databasePath, { readonly: true })
    try {
      return (db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
    } finally {
      db.close()
    }
  }
  const file = (text: string | Buffer): string => {
    const path = join(aFolder(), 'letters.csv')
    writeFileSync(path, text)
    return path
  }
  return { env, count, file }
}

describe('npx plaudit source', () => {
  test('adds, rotates and revokes; secrets are printed once and never listed', async () => {
    const { env } = await stopped()
    expect((await types('source list', env)).out).toContain('There are no sources yet')
    const added = await typesAfresh('source add Zendesk', env)
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out).toMatch(/whsec_[\w+/=]{40,}/)
    expect(added.out).toMatch(/plaudit_[\w-]{40,}/)
    expect((await types('source add Zendesk', env)).err).toContain('rotate its secret')
    const rotated = await types('source rotate Zendesk', env)
    expect(rotated.out).toContain('24 hours')
    const [secret = ''] = /whsec_\S+/.exec(rotated.out) ?? []
    expect(added.out).not.toContain(secret)
    const listed = await types('source list', env)
    expect(listed.out).toMatch(/Zendesk {2}open {2}0 letters/)
    expect(listed.out).toContain('its old secret holds until')
    expect(listed.out).not.toMatch(/whsec_|plaudit_/)
    expect((await types('source revoke Zendesk', env)).code).toBe(0)
    expect((await types('source list', env)).out).toContain('closed')
    const refused = await types('source rotate Zendesk', env)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('There are none open') })
    expect((await types('source revoke Nobody', env)).err).toContain('There is no open source called Nobody')
    expect((await types('source add Zendesk', env)).out).toContain('whsec_')
  }, 60_000)
})

describe('npx plaudit import letters', () => {
  test('takes what can be taken, names what cannot with its line, and changes nothing the second time', async () => {
    const { env, count, file } = await stopped()
    const path = file(
      [
        '\ufeffWords;Customer name;Channel;Rating;Colour',
        `"${WORDS}";Mrs Berger;email;"4,5";red`,
        'Thanks.;;;;',
        `"A letter with a line break;`,
        `and ""quotes"", thank you";;pigeon;;`,
        '',
        `${WORDS} Again.;;chat;five;`,
        `A second good letter, with thanks.;;;;`,
      ].join('\r\n'),
    )
    const tried = await types(`import letters ${path} --dry-run`, env)
    expect(tried.out).toContain('2 letters would be imported; nothing was changed')
    expect(count('praises')).toBe(0)
    expect(count('sources')).toBe(0)
    const first = await typesAfresh(`import letters ${path}`, env)
    expect(first.out).toContain('2 letters are imported')
    expect(first.code).toBe(1)
    expect(first.err.trim().split('\n')).toEqual([
      expect.stringMatching(/^Line 3: The customer’s words need at least 10/),
      expect.stringMatching(/^Line 4: .*email, review/),
      expect.stringMatching(/^Line 7: .*rating/),
    ])
    expect(count('praises')).toBe(2)
    const second = await types(`import letters ${path}`, env)
    expect(second.out).toContain('0 letters are imported')
    expect(second.out).toContain('2 were here before')
    expect(count('praises')).toBe(2)
  }, 60_000)

  test('refuses a file without words, one that is not UTF-8, and one that is not there', async () => {
    const { env, file } = await stopped()
    expect((await types(`import letters ${file('text,name\nx,y\n')}`, env)).err).toContain('text and name')
    const latin = Buffer.from(`words\nMerci beaucoup, vous \xeates formidables\n`, 'latin1')
    expect((await types(`import letters ${file(latin)}`, env)).err).toContain('not in UTF-8')
    expect((await types('import letters nowhere.csv', env)).err).toContain('There is no file nowhere.csv')
  }, 60_000)

  test.each([
    ['is not closed', `"never closed\nand on\n`, 4],
    ['stands in the middle', `"A "good" letter, with thanks."\nThe next good letter, with thanks.\n`, 4],
  ])(
    'names where a quote %s',
    async (_, end, line) => {
      const { env, file } = await stopped()
      const path = file(`words\n\nA good letter, with thanks.\n${end}`)
      const { out, err, code } = await types(`import letters ${path}`, env)
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(`^Line ${line}: From here on`) })
      expect(out).toContain('1 letter is imported')
    },
    60_000,
  )

  test('says how far it is, on a long file', async () => {
    const { env, file, count } = await stopped()
    const rows = Array.from({ length: 2_050 }, (_, n) => `Thank you for everything you did (${n}).,ref-${n}`)
    const { code, out, err } = await types(
      `import letters ${file(['words,reference', ...rows].join('\n'))}`,
      env,
    )
    expect({ code, err }).toEqual({ code: 0, err: '1,000 rows …\n2,000 rows …\n' })
    expect(out).toContain('2,050 letters are imported')
    expect(count('waiting_praises')).toBe(2_050)
  }, 60_000)
})
