import { showAward } from '../../src/usecases/award-showing.ts'
import { showAwardOffer } from '../../src/usecases/awards.ts'
import { showPrizeSettings } from '../../src/usecases/prize-settings.ts'
import { showSetup } from '../../src/usecases/setup.ts'
import { showStory } from '../../src/usecases/showing.ts'
import { awardCancelForm, awardDeclineForm, awardHandOverForm } from '../../src/views/award-close-forms.ts'
import { awardForm } from '../../src/views/award-form.ts'
import { budgetForm } from '../../src/views/budget-form.ts'
import { captureForm } from '../../src/views/capture-form.ts'
import { digestAskForm, digestNoteForm } from '../../src/views/digest-forms.ts'
import { exportForm } from '../../src/views/export-form.ts'
import { forms } from '../../src/views/ids.ts'
import { letterPermissionForm } from '../../src/views/letter-permission-form.ts'
import { letterThanksForm } from '../../src/views/letter-thanks-form.ts'
import { nameOffForm } from '../../src/views/name-off-form.ts'
import { praiseDismissForm, praiseSettingsForm } from '../../src/views/praise-forms.ts'
import { newPrize, prizeForm } from '../../src/views/prize-form.ts'
import { prizeSettingsForm } from '../../src/views/prize-settings-form.ts'
import { setupForm } from '../../src/views/setup-form.ts'
import { sourceForm } from '../../src/views/sources.ts'
import { storyForm } from '../../src/views/story-form.ts'
import { storyPreview } from '../../src/views/story-preview.ts'
import { storyRetractForm } from '../../src/views/story-retract-form.ts'
import { voiceForm } from '../../src/views/voice-form.ts'
import { welcomeForm } from '../../src/views/welcome.ts'
import { type Company, REASON, WORDS } from './company.ts'
import { type Forge, keeping, type Sent } from './forge.ts'
import { idOf } from './roles.ts'
import { nominationOf } from './round-presses.ts'
import { rounds } from './rounds.ts'

const champions = [idOf('champion')]
const telling = { championIds: champions, words: WORDS }
const sum = 'Somebody else said it, too.'

export const submissions: Readonly<Record<string, Forge<Sent>>> = {
  'story.tell': ({ look }) => ({
    view: storyForm.render({}, look),
    values: { words: WORDS, championIds: ['UALICE'] },
  }),
  'story.tell · editing': ({ storyId, look }) => ({
    view: storyForm.render({ editing: storyId, input: { ...telling, words: `${WORDS} Indeed.` } }, look),
  }),
  'story.tell · praise': ({ praiseId, look }) => ({
    view: storyForm.render({ praiseId, input: { ...telling, championIds: ['UALICE'], letter: {} } }, look),
  }),
  'story.tell · message': ({ secret, look }) => ({
    view: storyForm.render(
      { capture: { source: secret }, input: { ...telling, championIds: ['UALICE'] } },
      look,
    ),
  }),
  'story.preview': ({ draft, look }) => ({ view: storyPreview.render(draft, look) }),
  'story.retract': ({ storyId, look }) => ({ view: storyRetractForm.render({ storyId }, look) }),
  'story.nameOff': ({ storyId, look }) => ({ view: nameOffForm.render({ storyId }, look) }),
  'voice.add': ({ storyId, look }) => ({
    view: voiceForm.render({ storyId, isAdded: false }, look),
    values: { words: sum },
  }),
  'letter.permission': ({ letterId: storyId, look }) => ({
    view: letterPermissionForm.render({ storyId, permission: 'yes' }, look),
  }),
  'letter.thanks': async ({ app, letterId, look }) => {
    const story = await app.store.read((reader) => showStory(reader, letterId))
    if (!story) throw new Error('no letter')
    return { view: letterThanksForm.render(story, look) }
  },
  'capture.save': ({ look }) => ({ view: captureForm.render([], look), values: { channel: 'CNEWS' } }),
  'digest.note': ({ digestId, look }) => ({
    view: digestNoteForm.render({ digestId }, look),
    values: { words: sum },
  }),
  'digest.ask': ({ digestId, look }) => ({
    view: digestAskForm.render({ digestId }, look),
    values: { leaderId: 'UALICE' },
  }),
  'award.give': async ({ app, as, storyId, prize, look }) => ({
    view: awardForm.render(await showAwardOffer(app, as('giver'), storyId), look),
    values: { prizeId: `${prize.id}:${prize.revision}`, reason: REASON },
  }),
  'award.questions': ({ storyId, prize: { id, revision } }) => {
    const input = { storyId, prizeId: id, revision, personIds: champions, reason: REASON, isPrivate: false }
    const kept = { input, answered: ['left-out', 'again', 'masked'] }
    return { view: { ...keeping(kept), callback_id: forms.awardQuestions } }
  },
  'award.decline': async (company) => ({
    view: awardDeclineForm.render({ award: await awardIn(company, company.waitingId) }, company.look),
    values: { reason: REASON },
  }),
  'award.handOver': async (company) => ({
    view: awardHandOverForm.render(
      { award: await awardIn(company, company.openId), from: 'message' },
      company.look,
    ),
  }),
  'award.cancel': (company) => cancelling(company, company.openId),
  'award.cancel · waiting': (company) => cancelling(company, company.waitingId),
  'prize.save': ({ look }) => ({ view: prizeForm.render(newPrize('GBP'), look), values: { name: 'A cake' } }),
  'prizes.settings': async ({ app, as, look }) => ({
    view: prizeSettingsForm.render(await showPrizeSettings(app, as('host')), look),
    values: { fulfillerIds: ['UALICE'] },
  }),
  'prizes.export': ({ look }) => ({
    view: exportForm.render({ firstOn: '2026-03-01', lastOn: '2026-03-31' }, look),
  }),
  'budget.save': ({ look }) => ({
    view: budgetForm.render({ currency: 'GBP', budgetPeriod: 'month' }, look),
    values: { personId: idOf('manager'), money: '500' },
  }),
  'praise.dismiss': ({ praiseId, look }) => ({
    view: praiseDismissForm.render({ praiseId }, look),
    values: { reason: 'It is an advertisement.' },
  }),
  'praises.settings': ({ look }) => ({
    view: praiseSettingsForm.render({ triageChannel: 'CTRIAGE', minRating: '4' }, look),
  }),
  'source.add': ({ look }) => ({ view: sourceForm.render({}, look), values: { name: 'survey' } }),
  'setup.save': async ({ app, as, look }) => ({
    view: setupForm.render({ ...(await showSetup(app, as('host'))), only: 'first-two' }, look),
    values: { hostIds: [idOf('host'), 'UALICE'] },
  }),
  'welcome.post': ({ look }) => ({
    view: welcomeForm.render({ channel: 'CCHEERS' }, look),
    values: { words: 'Hello!' },
  }),
  'nomination.save': async (company) => ({ view: await nominationOf(company), values: { reason: REASON } }),
  'ballot.score': () => {
    const sheet = { roundId: rounds.judging.id, page: 0, nomineeId: idOf('champion'), criteria: 1 }
    return { view: keeping(sheet, forms.ballotScore) }
  },
  'round.save': () => ({ view: keeping({ reopen: false, inList: false }, forms.round) }),
  'round.confirm': () => ({
    view: keeping({ roundId: rounds.nominating.id, inList: false, verb: 'cancel' }, forms.roundConfirm),
  }),
  'round.examine': () => ({
    view: keeping({ roundId: rounds.voting.id, inList: false }, forms.roundExamine),
  }),
  'round.decide': () => ({ view: keeping({ roundId: rounds.hosts.id, inList: false }, forms.roundDecide) }),
}

async function cancelling(company: Company, awardId: string): Promise<Sent> {
  const about = { award: await awardIn(company, awardId), from: 'message' as const, readerId: idOf('host') }
  return { view: awardCancelForm.render(about, company.look), values: { reason: REASON } }
}

async function awardIn({ app }: Company, id: string) {
  const award = await app.store.read((reader) => showAward(reader, id))
  if (!award) throw new Error('no award')
  return award
}
