import type { DigestPreview, Named, ShownDigest, ShownStory } from '../../../src/domain/shown.ts'
import { digestPage, digestPosted, digestThread } from '../../../src/views/digest.ts'
import type { Look, Message } from '../../../src/views/look.ts'
import { wordingFor } from '../../../src/wording/index.ts'

export const alice: Named = { id: 'UALICE', name: 'Alice' }
export const bob: Named = { id: 'UBOB', name: 'Bob' }
export const carol: Named = { id: 'UCAROL', name: 'Carol' }
export const dave: Named = { id: 'UDAVE', name: 'Dave' }
export const erin: Named = { id: 'UERIN', name: 'Erin' }

export const look: Look = {
  w: wordingFor('en'),
  link: ({ channel, ts }) => `https://acme.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
  zone: 'Europe/London',
}

/** A story with the least that a story has. */
export function aStory(more: Partial<ShownStory> = {}): ShownStory {
  return {
    id: '01990000-0000-7000-8000-000000000001',
    kind: 'wow',
    teller: alice,
    champions: [bob],
    words:
      'A customer stood before our closed door without the part for her heating. Bob drove back and fitted it.',
    customerKind: 'customer',
    toldAt: '2026-11-18T09:30:00.000Z',
    toldOn: '2026-11-18',
    cheers: 0,
    edited: false,
    prizes: [],
    card: { channel: 'CWOW', ts: '1763458200.000100' },
    ...more,
  }
}

/** A story with everything that a story can have. */
export function aFullStory(more: Partial<ShownStory> = {}): ShownStory {
  return aStory({
    champions: [bob, erin, carol],
    words:
      'The school’s boiler failed on the coldest day of the year.\n\nBob found the part in our oldest warehouse, Erin drove it there through the snow, and Carol stayed on the phone until the classrooms were warm.',
    lesson: 'The old warehouse list is worth keeping.',
    customerName: 'St Mary’s school in Leeds',
    deeds: 'Bob searched, Erin drove, Carol kept everybody calm',
    thanks: 'the night shift, and Mr Osei from the school',
    photo: { fileId: 'F0PHOTO', description: 'Bob kneels before an open boiler and holds up a small valve.' },
    cheers: 12,
    edited: true,
    ...more,
  })
}

/** Every text as long as it may be. */
export function aLongStory(index: number): ShownStory {
  const fill = (n: number) => `${index} Wow! `.repeat(n).slice(0, n)
  return aStory({
    id: `01990000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    champions: [bob, carol, dave, erin, ...[5, 6, 7, 8, 9, 10].map((n) => ({ id: `U${n}`, name: fill(80) }))],
    words: fill(2800),
    lesson: fill(500),
    customerName: fill(80),
    deeds: fill(500),
    thanks: fill(500),
    photo: { fileId: 'F0PHOTO', description: fill(500) },
    cheers: 1234,
  })
}

/** A customer's letter with the least that one has. */
export function aLetter(more: Partial<ShownStory> = {}): ShownStory {
  return aStory({
    kind: 'letter',
    words: 'Your Bob left his own party to open the shop for us.',
    letter: { ownShare: false },
    ...more,
  })
}

/** A letter with everything that a letter can have. */
export function aFullLetter(more: Partial<ShownStory> = {}): ShownStory {
  return aLetter({
    words: 'Liebes Team,\n\nBob blieb bis Mitternacht, damit unser Laden öffnen konnte.\n\nIhre Ida Miller',
    lesson: 'Ask what the customer needs by when.',
    photo: { fileId: 'F0SCAN', description: 'A letter in blue ink.' },
    letter: {
      author: { name: 'Mrs. Ida Miller', role: 'Acme' },
      via: 'email',
      receivedOn: '2026-11-12',
      reference: 'https://acme.example/reviews/12',
      ownShare: false,
      thankedBy: carol,
    },
    cheers: 7,
    edited: true,
    ...more,
  })
}

export function aDigest(more: Partial<ShownDigest> = {}): ShownDigest {
  return {
    id: '01990000-0000-7000-8000-00000000d196',
    window: { from: '2026-11-13T16:00:00.000Z', to: '2026-11-20T16:00:00.000Z' },
    firstOn: '2026-11-14',
    lastOn: '2026-11-20',
    notes: [],
    lead: aFullStory(),
    others: [
      aStory({ cheers: 3, lesson: 'A phone call beats five e-mails.' }),
      aStory({ champions: [carol, dave], words: 'They found the lost suitcase before the flight left.' }),
    ],
    unread: [],
    latePrizes: [],
    titles: [],
    cheers: 15,
    championCount: 4,
    ...more,
  }
}

export function aPreview(more: Partial<DigestPreview> = {}): DigestPreview {
  return {
    ...aDigest(),
    dueAt: '2026-11-20T16:00:00.000Z',
    zone: 'Europe/London',
    leftOut: [],
    issued: false,
    ...more,
  }
}

/** A posted digest, and all of its thread. */
export function digestPages(digest: ShownDigest, seenBy: Look): { main: Message; more: Message[] } {
  const pages = [...digestThread(digest, seenBy)]
  return { main: digestPosted(digest, seenBy), more: pages.map((_, page) => digestPage(pages, page, seenBy)) }
}
