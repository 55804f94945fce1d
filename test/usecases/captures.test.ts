import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { CapturedMessage, StorySource } from '../../src/domain/capture.ts'
import type { StoryInput } from '../../src/domain/story.ts'
import { findRequest } from '../../src/store/captures.ts'
import { saveCaptures } from '../../src/usecases/capture-settings.ts'
import { showAsk } from '../../src/usecases/capture-showing.ts'
import { answerCapture, type Begun, beginCapture, takeWordsBack } from '../../src/usecases/captures.ts'
import { shareDraft, submitStory } from '../../src/usecases/drafts.ts'
import { prune } from '../../src/usecases/housekeeping.ts'
import { showStory } from '../../src/usecases/showing.ts'
import { retractStory } from '../../src/usecases/stories.ts'
import { addVoice, showVoice, takeVoiceBack } from '../../src/usecases/voices.ts'
import {
  alice,
  bob,
  bot,
  carol,
  channel,
  dave,
  erin,
  eventTime,
  facts,
  gone,
  hear,
  openSetUp,
  outbox,
  refusal,
  sayAll,
  share,
  stranger,
  type TestPlaudit,
  WORDS,
  waiting,
} from './support.ts'

let app: TestPlaudit
beforeEach(async () => {
  app = await openSetUp()
  await sayAll(app)
})
afterEach(() => app.close())

const said = (more: Partial<CapturedMessage> = {}): CapturedMessage => ({
  at: { channel: 'C2', ts: '1.000100' },
  authorId: carol.id,
  isPrivate: false,
  words: WORDS,
  mentionedIds: [bob.id],
  ...more,
})
const draftOf = (begun: Begun) => {
  if (!('draft' in begun)) throw new Error('there is no form yet')
  return begun.draft
}

/** What the form does when it is sent as it is. */
async function capture(by = alice, message = said()): Promise<string> {
  const { source, words, championIds } = draftOf(await beginCapture(app, by, message))
  return tell(by, source, { words, championIds })
}
async function tell(
  by: { id: string },
  source: StorySource,
  input: StoryInput = { words: WORDS, championIds: [bob.id] },
) {
  const told = await submitStory(app, by, { input, source })
  if (!('story' in told)) throw new Error('there is something to be masked')
  return told.story.id
}
const shown = (id: string) => app.read((reader) => showStory(reader, id))

describe('a message becomes a story', () => {
  test('with its words and the colleagues it names, by whoever shares it; its author hears of it', async () => {
    const id = await capture()
    expect(await shown(id)).toMatchObject({
      teller: { id: alice.id },
      champions: [{ id: bob.id }],
      source: { author: { id: carol.id }, at: { channel: 'C2', ts: '1.000100' } },
    })
    expect(await waiting(app)).not.toContain('capture.author → CAROL')
    await sayAll(app)
    expect((await outbox(app)).filter(({ kind }) => kind === 'capture.author')).toMatchObject([
      { lane: carol.id },
    ])
  })

  test('once: who comes second is led to it, and of two at the same moment one hears who was faster', async () => {
    const id = await capture()
    expect(await beginCapture(app, erin, said())).toMatchObject({ story: { id }, isCard: false })
    const { source } = { source: { at: said().at, authorId: carol.id, isPrivate: false } }
    expect(await refusal(tell(erin, source))).toEqual(['capture.shared-already'])
  })

  test('again, once that story was taken back by its teller', async () => {
    await retractStory(app, alice, await capture())
    const second = await capture(erin)
    expect((await shown(second))?.source?.author?.id).toBe(carol.id)
  })

  test('also when its words were masked and its teller said yes to that first', async () => {
    const { source } = draftOf(await beginCapture(app, alice, said()))
    const input = { championIds: [bob.id], words: `${WORDS} Write to a@example.com.` }
    const told = await submitStory(app, alice, { input, source })
    if (!('draftId' in told)) throw new Error('nothing was masked')
    const story = await shareDraft(app, alice, told.draftId)
    expect((await shown(story.id))?.source?.author?.id).toBe(carol.id)
  })

  test.each([
    ['nobody', undefined, ['capture.by-app']],
    ['a bot', bot.id, ['capture.by-app']],
    ['another company', stranger.id, ['capture.by-foreigner']],
    ['somebody not met yet', 'NOBODY', ['capture.author-unknown']],
  ])('but not when %s wrote it', async (_, authorId, problems) => {
    expect(await refusal(beginCapture(app, alice, said({ authorId })))).toEqual(problems)
  })

  test('its teller is no champion of it, but of a letter', async () => {
    const message = said({ mentionedIds: [alice.id, bob.id, gone.id, bot.id] })
    expect(draftOf(await beginCapture(app, alice, message)).championIds).toEqual([bob.id])
    expect(draftOf(await beginCapture(app, alice, message, 'letter')).championIds).toEqual([alice.id, bob.id])
  })
})

describe('its author takes the words back', () => {
  test('the story leaves everything, its teller hears of it, and no story is made of the message again', async () => {
    const id = await capture()
    await sayAll(app)
    await takeWordsBack(app, carol, id)
    expect((await shown(id))?.retracted?.by.id).toBe(carol.id)
    expect(await waiting(app)).toEqual(
      expect.arrayContaining(['story.gone → ALICE', 'story.gone → BOB', 'story.card ↻ C1']),
    )
    expect(await refusal(capture(erin))).toEqual(['capture.withdrawn'])
    const source = { at: said().at, authorId: carol.id, isPrivate: false }
    expect(await refusal(tell(erin, source))).toEqual(['capture.withdrawn'])
  })

  test('nobody else can', async () => {
    const id = await capture()
    expect(await refusal(takeWordsBack(app, bob, id))).toEqual(['capture.not-your-words'])
    expect(await refusal(takeWordsBack(app, carol, await share(app)))).toEqual(['capture.not-your-words'])
  })
})

/** Every row of every table, as text. */
async function everythingIn({ read }: TestPlaudit): Promise<string> {
  const tables = await read(({ db }) => db.introspection.getTables())
  const rows = await Promise.all(
    tables.map(({ name }) =>
      read(({ db }) =>
        db
          .selectFrom(name as 'drafts')
          .selectAll()
          .execute(),
      ),
    ),
  )
  return JSON.stringify(rows)
}

describe('words that were not written for everybody', () => {
  const secret = said({ isPrivate: true, words: `${WORDS} Card 4111 1111 1111 1111.` })
  const request = async () => {
    const found = await app.read((reader) => findRequest(reader, secret.at))
    if (!found) throw new Error('nobody was asked')
    return found
  }

  test('are not copied, nor kept, before their author’s yes; then who asked gets the form', async () => {
    expect(await beginCapture(app, alice, secret)).toEqual({ asked: { id: carol.id, name: 'carol' } })
    expect(await waiting(app)).toEqual(['capture.request → CAROL'])
    const { id } = await request()
    expect(await everythingIn(app)).not.toContain(WORDS)
    expect(await refusal(beginCapture(app, alice, secret))).toEqual(['capture.still-asked'])
    expect(await refusal(answerCapture(app, alice, id, 'yes'))).toEqual(['capture.request-gone'])
    await answerCapture(app, carol, id, 'yes')
    expect(await refusal(answerCapture(app, carol, id, 'no'))).toEqual(['capture.request-gone'])
    expect(await everythingIn(app)).not.toContain(WORDS)
    const { source } = draftOf(await beginCapture(app, alice, secret))
    const story = await tell(alice, source)
    expect((await request()).question).toBeUndefined()
    expect((await shown(story))?.source).toEqual({ author: { id: carol.id, name: 'carol' } })
  })

  test('stay where they are with a no, which holds for everybody', async () => {
    await beginCapture(app, alice, secret)
    expect(await refusal(beginCapture(app, erin, secret))).toEqual(['capture.still-asked'])
    await answerCapture(app, carol, (await request()).id, 'no')
    expect((await request()).question).toBeUndefined()
    expect(await refusal(beginCapture(app, erin, secret))).toEqual(['capture.refused'])
  })

  test('cannot be told without a yes, whatever a form says', async () => {
    const source = { at: secret.at, authorId: carol.id, isPrivate: true }
    expect(await refusal(tell(alice, source))).toEqual(['capture.not-allowed'])
    await tell(carol, source)
  })

  test('are asked about for two weeks', async () => {
    await beginCapture(app, alice, secret)
    await sayAll(app)
    app.clock.pass({ days: 15 })
    await app.write(prune)
    const { id, question } = await request()
    expect(question).toBeUndefined()
    expect(await refusal(answerCapture(app, carol, id, 'yes'))).toEqual(['capture.request-gone'])
    expect(await waiting(app)).toEqual(['capture.answer → ALICE', 'capture.request ↻ CAROL'])
    expect(await refusal(beginCapture(app, alice, secret))).toEqual(['capture.no-answer'])
  })

  test('of who has left are not shared: they cannot be asked', async () => {
    expect(await refusal(beginCapture(app, alice, { ...secret, authorId: gone.id }))).toEqual([
      'capture.author-left',
    ])
  })
})

describe('a voice', () => {
  test('one for each person, said anew or taken back by them, in its place', async () => {
    const id = await share(app)
    await addVoice(app, carol, id, 'I saw it with my own eyes.')
    await addVoice(app, erin, id, 'I held the lamp for him.')
    await addVoice(app, carol, id, 'I saw it, and I cried.')
    expect((await shown(id))?.voices).toEqual([
      { by: { id: carol.id, name: 'carol' }, words: 'I saw it, and I cried.' },
      { by: { id: erin.id, name: 'erin' }, words: 'I held the lamp for him.' },
    ])
    expect((await showVoice(app, erin, id)).words).toBe('I held the lamp for him.')
    await takeVoiceBack(app, carol, id)
    expect((await shown(id))?.voices).toHaveLength(1)
  })

  test('hides what the letter hides, and names nobody who took their name off', async () => {
    const letter = { authorName: 'Ida Miller', permission: 'no' }
    const id = await share(app, alice, { letter, championIds: [bob.id, dave.id] })
    await addVoice(app, carol, id, 'Ida Miller was in tears.')
    expect((await shown(id))?.voices?.[0]?.words).not.toContain('Miller')
  })

  test('is not for the teller, the champions, or a story that is gone', async () => {
    const id = await share(app)
    expect(await refusal(addVoice(app, alice, id, WORDS))).toEqual(['voice.teller'])
    expect(await refusal(addVoice(app, bob, id, WORDS))).toEqual(['voice.champion'])
    expect(await refusal(addVoice(app, carol, id, 'short'))).toEqual(['voice.too-short on words'])
    expect(await refusal(addVoice(app, carol, id, 'x'.repeat(501)))).toEqual(['voice.too-long on words'])
    await retractStory(app, alice, id)
    expect(await refusal(addVoice(app, carol, id, WORDS))).toEqual(['story.taken-back'])
  })
})

describe('a reaction in a channel that hosts chose', () => {
  const on = { channel: 'C2', ts: '1.000100' }
  const reaction = (personId: string, more = {}) => ({
    ...{
      what: 'reaction' as const,
      personId,
      emoji: 'star2',
      isOn: true,
      on,
      at: eventTime(1),
      onOthers: true,
    },
    ...more,
  })
  const asked = async () =>
    (await outbox(app)).filter(({ kind }) => kind === 'capture.ask').map(({ lane }) => lane)
  beforeEach(async () => {
    await saveCaptures(app, dave, { channel: 'C2', story: ':star2:', letter: ':love_letter:' }, facts)
  })

  test('asks each who reacted once for each message', async () => {
    await hear(app, [reaction(alice.id), reaction(alice.id, { emoji: 'love_letter' }), reaction(erin.id)])
    await hear(app, [reaction(alice.id, { isOn: false }), reaction(alice.id)])
    expect(await asked()).toEqual([alice.id, erin.id])
    await hear(app, [reaction(alice.id, { on: { ...on, ts: '2.000100' } })])
    expect(await asked()).toEqual([alice.id, erin.id, alice.id])
  })

  test.each([
    ['elsewhere', { on: { channel: 'C3', ts: '1.000100' } }],
    ['with another emoji', { emoji: 'tada' }],
    ['that is taken off', { isOn: false }],
    ['on what may be Plaudit’s own', { onOthers: undefined }],
  ])('but not %s', async (_, more) => {
    await hear(app, [reaction(alice.id, more)])
    expect(await asked()).toEqual([])
  })

  test('asks no bots, no other company, nobody who left, and nobody not met yet', async () => {
    await hear(
      app,
      [bot, stranger, gone, { id: 'NEW' }].map(({ id }) => reaction(id)),
    )
    expect(await asked()).toEqual([])
  })

  test('in any skin tone, and says which kind', async () => {
    await hear(app, [reaction(alice.id, { emoji: 'love_letter::skin-tone-3' })])
    const [{ subject } = { subject: '' }] = (await outbox(app)).filter(({ kind }) => kind === 'capture.ask')
    expect(await app.read((reader) => showAsk(reader, subject))).toMatchObject({ kind: 'letter', at: on })
  })

  test('is switched off with both fields empty, and only by hosts, where Plaudit is', async () => {
    expect(await refusal(saveCaptures(app, alice, { channel: 'C2' }, facts))).toEqual(['host.only'])
    const away = { channels: new Map([['C4', channel('C4', { isMember: false })]]) }
    expect(await refusal(saveCaptures(app, dave, { channel: 'C4', story: 'star2' }, away))).toEqual([
      'channel.not-a-member on channel',
    ])
    await saveCaptures(app, dave, { channel: 'C2' }, { channels: new Map() })
    await hear(app, [reaction(alice.id)])
    expect(await asked()).toEqual([])
  })
})
