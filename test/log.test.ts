import { expect, test } from '@jest/globals'
import { ErrorCode } from '@slack/web-api'
import { said } from '../src/log.ts'

test('of an error that Slack gave, the log has its code and none of what was sent or answered', () => {
  const error = Object.assign(new Error('An API error occurred: invalid_blocks'), {
    code: ErrorCode.PlatformError,
    headers: { authorization: 'Bearer xoxb-1' },
    body: 'the words of a story',
    original: { config: { data: 'the words of a story' } },
    data: { ok: false, error: 'invalid_blocks', message: { text: 'the words of a story' } },
  })
  const logged = JSON.stringify(said(error))
  expect(logged).toContain('invalid_blocks')
  expect(logged).toContain('log.test.ts')
  expect(logged).not.toMatch(/words of a story|xoxb/)
})

test('of a text that is no JSON, the log has where it was read and not a piece of it', () => {
  const parsed = () => JSON.parse('{"words": "Bob stayed\nuntil midnight"')
  const logged = (fail: () => unknown) => {
    try {
      fail()
    } catch (error) {
      return JSON.stringify([said(error), said(new Error('it could not be read', { cause: error }))])
    }
    throw new Error('it was read')
  }
  for (const text of [logged(parsed), logged(() => JSON.parse('Bob stayed'))]) {
    expect(text).toContain('SyntaxError')
    expect(text).toContain('it could not be read')
    expect(text).toContain('log.test.ts')
    expect(text).not.toMatch(/Bob|stayed|midnight|words/)
  }
})

test('what is thrown and is no error is told in words', () => {
  expect(said('the light went out')).toEqual({ message: 'the light went out' })
})
