import { awardForm, awardModal } from '../../../src/views/award-form.ts'
import { awardNote } from '../../../src/views/award-note.ts'
import { awardPick } from '../../../src/views/award-pick.ts'
import { awardPost } from '../../../src/views/award-post.ts'
import { type AwardQuestions, awardQuestionsForm } from '../../../src/views/award-questions.ts'
import { digestPreview } from '../../../src/views/digest-preview.ts'
import { storyCard } from '../../../src/views/story-card.ts'
import {
  aDigest,
  aFullStory,
  aLongStory,
  aPreview,
  aStory,
  bob,
  carol,
  dave,
  digestPages,
  erin,
  look,
} from './cast.ts'
import { longWeek } from './digests.ts'
import type { Examples } from './examples.ts'
import {
  anAward,
  anOffer,
  aPrize,
  aShare,
  bonus,
  dayOff,
  handedOver,
  longReason,
  offered,
  offers,
  threePeople,
  voucher,
} from './prizes-cast.ts'

const several = aStory({ champions: threePeople })
const shared = {
  prize: voucher,
  split: 'shared',
  shares: [
    aShare({ moneyMinor: 25_00, halfDays: 0 }),
    aShare({ person: erin, moneyMinor: 25_00, halfDays: 0 }),
  ],
} as const

export const awardForms: Examples = {
  'for one champion': () => awardModal(anOffer(), look),
  'for several, some of whom cannot get one': () =>
    awardModal(anOffer({ story: aFullStory(), people: [bob, erin] }), look),
  'for the one of several who can': () => awardModal(anOffer({ story: aFullStory() }), look),
  'when some has to be approved': () =>
    awardModal(anOffer({ approvalAbove: { moneyMinor: 20_00, halfDays: 2 } }), look),
  'before anybody said how much': () =>
    awardModal(
      anOffer({
        hasBudget: false,
        prizes: offers.map((one) => (one.builtin === 'card' ? one : { ...one, refused: 'no-budget' })),
      }),
      look,
    ),
  'when little is left': () =>
    awardModal(
      anOffer({
        period: 'quarter',
        left: { moneyMinor: 20_00, halfDays: 0 },
        prizes: [
          ...offers.slice(0, 2),
          offered(dayOff, { refused: 'days-spent' }),
          offered(voucher, { refused: 'money-spent' }),
          offered(bonus, { refused: 'money-spent' }),
          offered({ ...voucher, name: 'the last mug' }, { id: 'P9', refused: 'sold-out', stock: 0 }),
        ],
      }),
      look,
    ),
  'without a limit, and with the last one of something': () =>
    awardModal(anOffer({ left: {}, prizes: [offered(dayOff), offered(voucher, { stock: 1 })] }), look),
  'with more prizes than radio buttons': () =>
    awardModal(
      anOffer({
        prizes: Array.from({ length: 12 }, (_, n) => offered(bonus, { id: `P${n}`, name: `no. ${n}` })),
      }),
      look,
    ),
  'with nothing that can be given': () =>
    awardModal(anOffer({ prizes: [offered(dayOff, { refused: 'no-budget' })] }), look),
  'without any prize': () => awardModal(anOffer({ prizes: [] }), look),
  'with a hundred prizes and ten champions': () =>
    awardForm.render(
      anOffer({
        story: aLongStory(1),
        people: aLongStory(1).champions,
        prizes: Array.from({ length: 100 }, (_, n) =>
          offered(bonus, { id: `P${n}`, name: `${n} ${'prize '.repeat(10)}`.slice(0, 60) }),
        ),
      }),
      look,
    ),
}

const asked: AwardQuestions = {
  input: { storyId: 'S1', prizeId: 'P1', revision: 1, personIds: [bob.id], reason: 'Call', isPrivate: false },
  questions: [
    { ask: 'left-out', personIds: [erin.id, dave.id] },
    { ask: 'again', personIds: [bob.id] },
    { ask: 'masked' },
  ],
  award: { ...anAward(), givenBy: carol.id, reason: 'He called ☎ ••• at night.', shares: [share(bob.id)] },
  story: several,
  giver: carol,
  amountsPublic: false,
}

function share(personId: string) {
  return { personId, moneyMinor: 0, halfDays: 2, state: 'open' } as const
}

export const awardQuestions: Examples = {
  'everything at once': () => awardQuestionsForm.render(asked, look),
  'one is left out': () =>
    awardQuestionsForm.render(
      {
        ...asked,
        questions: [{ ask: 'left-out', personIds: [dave.id] }],
        award: { ...asked.award, shares: [share(bob.id), share(erin.id)] },
      },
      look,
    ),
  privately: () =>
    awardQuestionsForm.render(
      {
        ...asked,
        questions: [{ ask: 'again', personIds: [bob.id, erin.id] }],
        award: { ...asked.award, isPrivate: true },
      },
      look,
    ),
}

export const awardPosts: Examples = {
  'for one': () => awardPost(aPrize(), look),
  'one each': () => awardPost(aPrize({ people: threePeople, prize: voucher }), look),
  'one that is shared': () =>
    awardPost(aPrize({ people: [bob, erin], prize: voucher, split: 'shared' }), look),
  'with what it is worth': () => awardPost(aPrize({ prize: bonus, amountsPublic: true }), look),
  'with a reason as long as it may be': () => awardPost(aPrize({ reason: longReason(1) }), look),
}

export const awardNotes: Examples = {
  'a day off': () => awardNote(anAward(), aShare(), look),
  money: () => awardNote(anAward({ prize: bonus }), aShare({ moneyMinor: 100_00, halfDays: 0 }), look),
  'a lunch': () => awardNote(anAward({ prize: { ...voucher, builtin: 'lunch' } }), aShare(), look),
  'in the hosts’ own words': () =>
    awardNote(anAward({ nextStep: 'Write to people@acme.example.' }), aShare(), look),
  'a part of one': () => awardNote(anAward(shared), shared.shares[0], look),
  'a part of one that costs nothing': () =>
    awardNote(anAward({ ...shared, prize: { ...voucher, builtin: 'lunch' } }), aShare({ halfDays: 0 }), look),
  privately: () => awardNote(anAward({ isPrivate: true }), aShare(), look),
  'privately, with somebody else': () =>
    awardNote(anAward({ isPrivate: true, shares: [aShare(), aShare({ person: erin })] }), aShare(), look),
  'whose name is off': () => awardNote(anAward(), aShare({ isUnnamed: true }), look),
  'of a story that was taken back': () =>
    awardNote(anAward({ story: aStory({ retracted: { by: dave, nobodyLeft: false } }) }), aShare(), look),
  'handed over': () => awardNote(anAward(), aShare({ state: 'fulfilled', ended: handedOver }), look),
  'handed over with a note': () =>
    awardNote(
      anAward(),
      aShare({ state: 'fulfilled', ended: { ...handedOver, note: 'Payroll, December' } }),
      look,
    ),
  cancelled: () => awardNote(anAward(), aShare({ state: 'cancelled', ended: handedOver }), look),
}

const prizes = [aPrize(), aPrize({ awardId: 'A2', prize: voucher, split: 'shared', people: [bob, erin] })]
const many = Array.from({ length: 30 }, (_, n) =>
  aPrize({ awardId: `A${n}`, reason: longReason(n), people: aLongStory(1).champions }),
)

export const prizesElsewhere: Examples = {
  'on the card': () => storyCard(aStory({ prizes }), look),
  'more of them than the card names': () => storyCard(aStory({ prizes: many }), look),
  'in the digest': () => digestPages(withPrizes, look).main,
  'in the digest of a week without stories': () =>
    digestPages({ ...quiet, others: [], cheers: 0, championCount: 0 }, look).main,
  'the list of stories without one': () => awardPick([aFullStory(), aLongStory(2)], look),
}

const late = [{ story: aStory({ champions: [dave] }), prizes: [aPrize({ people: [dave], prize: voucher })] }]
const withPrizes = aDigest({
  lead: aFullStory({ prizes }),
  others: [aStory({ prizes: [aPrize()] }), aStory({ champions: threePeople, prizes: many.slice(0, 3) })],
  latePrizes: late,
})
const { lead: _, ...quiet } = withPrizes

/** Held to the limits, and not read. */
export const fullDigest = {
  ...longWeek,
  lead: { ...aLongStory(0), prizes: many },
  others: longWeek.others.map((story) => ({ ...story, prizes: many })),
  latePrizes: Array.from({ length: 40 }, (_, n) => ({
    story: aLongStory(300 + n),
    prizes: many.slice(0, 2),
  })),
}
export const longPrizeDigests: Examples = {
  'more prizes than fit': () => {
    const { main, more } = digestPages(fullDigest, look)
    return [main, ...more]
  },
  'more prizes than fit, to come': () =>
    digestPreview({ ...aPreview(), ...fullDigest, leftOut: longWeek.others.slice(0, 20) }, dave.id, look),
}
