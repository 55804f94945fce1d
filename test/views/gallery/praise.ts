import type { ShownPraise } from '../../../src/domain/shown-praise.ts'
import type { ShownSource } from '../../../src/domain/source.ts'
import { praiseCard, praiseGroup, praiseReminder, praiseUnchosen } from '../../../src/views/praise-card.ts'
import { praiseDismissForm, praiseSettingsForm } from '../../../src/views/praise-forms.ts'
import { praiseListModal } from '../../../src/views/praise-list.ts'
import { secretModal, sourceForm, sourcesModal } from '../../../src/views/sources.ts'
import { alice, bob, carol, look } from './cast.ts'
import type { Examples } from './examples.ts'

const least: ShownPraise = {
  id: '01990000-0000-7000-8000-00000000000a',
  sourceName: 'Zendesk',
  words: 'Bob stayed until the heating ran again. Thank you!',
  receivedOn: '2026-11-12',
  people: [],
  others: [],
}
const full: ShownPraise = {
  ...least,
  id: '01990000-0000-7000-8000-00000000000b',
  customerName: 'Mrs Berger',
  customerCompany: 'School of Leeds',
  via: 'email',
  reference: 'T-4711',
  url: 'https://example.com/tickets/4711',
  rating: 5,
  people: [bob, carol],
  others: ['Nobody Known', '✉ •••'],
}
const endless = '<!channel> & *everybody* \u202e '.repeat(2_000)
const longest: ShownPraise = {
  ...full,
  sourceName: 'Z'.repeat(60),
  words: endless,
  customerName: 'N'.repeat(200),
  customerCompany: 'C'.repeat(200),
  reference: 'R'.repeat(300),
  url: `https://example.com/${'u'.repeat(1_900)}`,
  others: Array.from({ length: 20 }, () => 'O'.repeat(200)),
  people: Array.from({ length: 20 }, () => ({ id: 'U1', name: 'P'.repeat(200) })),
}

export const praise: Examples = {
  'with the least': () => praiseCard(least, look),
  'with everything': () => praiseCard(full, look),
  shared: () =>
    praiseCard({ ...full, settled: { what: 'shared', by: alice, card: { channel: 'C1', ts: '1.1' } } }, look),
  'no WOW': () =>
    praiseCard({ ...full, settled: { what: 'dismissed', by: alice, reason: 'It is a complaint' } }, look),
  forgotten: () => {
    const { words: _, ...rest } = full
    return praiseCard({ ...rest, settled: { what: 'dismissed', by: alice } }, look)
  },
  'many at once': () => praiseGroup({ count: 1_200, waiting: 2, first: [least, full] }, look),
  'many, all settled': () => praiseGroup({ count: 12, waiting: 0, first: [] }, look),
  reminder: () => praiseReminder(3, look),
  'no channel yet': () => praiseUnchosen(look),
  'the list': () =>
    praiseListModal(
      { praises: [least, full], page: 1, pages: 3, total: 22, mayRun: true, triageChannel: 'C1' },
      look,
    ),
  'the empty list': () => praiseListModal({ praises: [], page: 0, pages: 1, total: 0, mayRun: false }, look),
  'why not': () => praiseDismissForm.render({ praiseId: least.id }, look),
  settings: () => praiseSettingsForm.render({ triageChannel: 'C1', minRating: '4' }, look),
}

export const longPraise: Examples = {
  'a card': () => praiseCard(longest, look),
  'many at once': () => praiseGroup({ count: 10_000, waiting: 9_999, first: Array(5).fill(longest) }, look),
  'the list': () =>
    praiseListModal(
      {
        praises: Array.from({ length: 10 }, (_, n) => ({ ...longest, id: `p${n}` })),
        page: 5,
        pages: 1_000,
        total: 10_000,
        mayRun: true,
      },
      look,
    ),
}

const source: ShownSource = {
  id: 's1',
  name: 'Zendesk',
  addedAt: '2026-11-01T10:00:00.000Z',
  state: 'open',
  praises: 3,
}
export const sourcePages: Examples = {
  none: () => sourcesModal([], look),
  some: () =>
    sourcesModal(
      [
        { ...source, oldHoldsUntil: '2026-11-20T10:00:00.000Z' },
        { ...source, name: 'Survey', state: 'revoked' },
        { ...source, name: 'file', state: 'files-only' },
      ],
      look,
    ),
  many: () => sourcesModal(Array(40).fill({ ...source, name: 'S'.repeat(60) }), look),
  'shown once': () =>
    secretModal({ name: 'Zendesk', secret: 'whsec_c2VjcmV0', token: 'plaudit_token' }, look),
  'a new one': () => sourceForm.render({}, look),
}
