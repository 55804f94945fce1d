import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PretendSlack } from '../../playground/server/index.ts'
import { slackWithPeople } from '../playground/support.ts'
import { createSpeaking, slackOver } from './support/speaking.ts'

let pretend: PretendSlack
let speaking: ReturnType<typeof createSpeaking>

beforeEach(async () => {
  pretend = await slackWithPeople({ mode: 'http' })
  speaking = createSpeaking(slackOver(pretend), 'CCHEERS')
  speaking.show('Bob stayed two hours longer.')
})

const texts = () => pretend.messages('CCHEERS').map(({ text }) => text)

async function posted() {
  await speaking.ask()
  await speaking.speak(await speaking.claim())
  await speaking.askAnew()
  return speaking.claim()
}

describe('a post whose subject is gone', () => {
  test('is taken away, and forgotten with all that would follow it', async () => {
    const refresh = await posted()
    expect(texts()).toEqual(['Bob stayed two hours longer.'])
    speaking.show('gone')
    await speaking.askAnew()
    expect(await speaking.speak(refresh)).toBe('shown')
    expect(texts()).toEqual([])
    expect(await speaking.rows()).toEqual({ deliveries: ['sent'], posts: 0, subjects: 0 })
    expect(pretend.refused()).toEqual([])
  })

  test('is forgotten just as well when somebody took it away before', async () => {
    const refresh = await posted()
    const [message] = pretend.messages('CCHEERS')
    pretend.channel('CCHEERS').timeline.remove(message?.ts ?? '')
    speaking.show('gone')
    expect(await speaking.speak(refresh)).toBe('shown')
    expect((await speaking.rows()).posts).toBe(0)
  })

  test('is taken away once more when nobody knows whether it was', async () => {
    const refresh = await posted()
    speaking.show('gone')
    pretend.faults.next('chat.delete', { kind: 'reset_after' })
    await expect(speaking.speak(refresh)).rejects.toThrow()
    expect(texts()).toEqual([])
    expect((await speaking.rows()).posts).toBe(1)
    await speaking.doubt(refresh)
    expect(await speaking.speak(await speaking.claim())).toBe('shown')
    expect((await speaking.rows()).posts).toBe(0)
  })
})

describe('what is gone before it was said', () => {
  test('is not said', async () => {
    await speaking.ask()
    speaking.show('gone')
    expect(await speaking.speak(await speaking.claim())).toBe('dropped')
    expect(texts()).toEqual([])
    expect(pretend.calls('chat.delete')).toEqual([])
  })

  test('is looked for when it is in doubt, and taken away when it was said', async () => {
    await speaking.ask()
    pretend.faults.next('chat.postMessage', { kind: 'reset_after' })
    const first = await speaking.claim()
    await expect(speaking.speak(first)).rejects.toThrow()
    await speaking.doubt(first)
    speaking.show('gone')
    expect(await speaking.speak(await speaking.claim())).toBe('said')
    expect(await speaking.speak(await speaking.claim())).toBe('shown')
    expect(texts()).toEqual([])
    expect((await speaking.rows()).posts).toBe(0)
  })

  test('is looked for twice, and dropped when it is nowhere', async () => {
    await speaking.ask()
    const first = await speaking.claim()
    await speaking.doubt(first)
    speaking.show('gone')
    const second = await speaking.claim()
    expect(await speaking.speak(second)).toBe('look-again')
    await speaking.doubt(second, 2)
    expect(await speaking.speak(await speaking.claim())).toBe('dropped')
    expect(texts()).toEqual([])
  })
})
