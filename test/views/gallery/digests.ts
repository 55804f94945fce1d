import { rank } from '../../../src/domain/board.ts'
import { digestPage, digestSoFar } from '../../../src/views/digest.ts'
import { digestAsk, digestPreview } from '../../../src/views/digest-preview.ts'
import { aDigest, aLongStory, aPreview, aStory, bob, carol, dave, digestPages, look } from './cast.ts'
import type { Examples, Shown } from './examples.ts'

const champions = rank('champions', [
  { personId: bob.id, name: bob.name, count: 3, cheers: 14 },
  { personId: carol.id, name: carol.name, count: 1, cheers: 0 },
])
const notes = [{ by: dave, words: 'I read these on the train and missed my stop.\nThank you!' }]
const { lead: _, ...quiet } = aDigest({ others: [], cheers: 0, championCount: 0 })
export const longWeek = aDigest({
  lead: aLongStory(0),
  others: Array.from({ length: 199 }, (_, index) => aLongStory(index + 1)),
  notes: Array.from({ length: 9 }, () => ({ by: dave, words: 'wow '.repeat(125) })),
  champions,
})

const titles = [
  {
    title: 'Customer Champion of November',
    wonOn: '2026-11-20',
    winners: [bob],
    post: { channel: 'CWOW', ts: '1763658000.000100' },
  },
  { title: 'Helper of the Quarter', wonOn: '2026-11-19', winners: [carol, dave] },
]

/** As long as titles get. */
const manyTitles = {
  titles: Array.from({ length: 9 }, (_, index) => ({
    title: 'Title '.repeat(16),
    wonOn: '2026-11-20',
    winners: [aLongStory(index).champions].flat(),
    post: { channel: 'CWOW', ts: '1763658000.000100' },
  })),
}

const pagesOf = (digest: typeof longWeek): Shown[] => {
  const { main, more } = digestPages(digest, look)
  return [main, ...more]
}

export const digests: Examples = {
  'a week of three stories': () => pagesOf(aDigest({ champions, notes })),
  'a quiet week': () => pagesOf(quiet),
  'a quiet week with a note': () => pagesOf({ ...quiet, notes }),
  'a week of one story': () => pagesOf({ ...quiet, lead: aStory(), championCount: 1 }),
  'a week without a leading story': () => pagesOf({ ...quiet, others: [aStory()], championCount: 1 }),
  'a week with champions of two rounds': () => pagesOf(aDigest({ titles })),
  'a page that nothing is left on': () => digestPage([], 3, look),
  'the week so far': () => digestSoFar(aDigest(), look),
  'nothing yet this week': () => digestSoFar(quiet, look),
}

/** Too long to read as a snapshot; held to the limits all the same. */
export const longDigests: Examples = {
  'two hundred long stories': () => pagesOf(longWeek),
  'two hundred long stories, and titles': () => pagesOf({ ...longWeek, ...manyTitles }),
  'two hundred long stories, and titles, to come': () =>
    digestPreview(
      { ...aPreview(), ...longWeek, ...manyTitles, leftOut: longWeek.others.slice(0, 20) },
      dave.id,
      look,
    ),
  'two hundred long stories to come': () =>
    digestPreview({ ...aPreview(), ...longWeek, leftOut: longWeek.others.slice(0, 20) }, dave.id, look),
}

export const previews: Examples = {
  'a digest to come': () => digestPreview(aPreview({ notes }), dave.id, look),
  'with a story left out': () => digestPreview(aPreview({ leftOut: [aStory()] }), dave.id, look),
  skipped: () => digestPreview(aPreview({ skipped: { by: dave } }), dave.id, look),
  'out already': () => digestPreview(aPreview({ issued: true }), dave.id, look),
  'nothing to choose from': () =>
    digestPreview({ ...aPreview(), ...quiet, lead: undefined as never }, dave.id, look),
  'a leader is asked': () =>
    digestAsk(aPreview(), carol.id, { by: dave, message: 'They would love it.' }, look),
  'a leader is asked without a word': () => digestAsk(aPreview(), carol.id, { by: dave }, look),
  'a leader who wrote already': () =>
    digestAsk(aPreview({ notes: [{ by: carol, words: 'What a week.' }] }), carol.id, { by: dave }, look),
  'a leader comes too late': () => digestAsk(aPreview({ issued: true }), carol.id, { by: dave }, look),
}
