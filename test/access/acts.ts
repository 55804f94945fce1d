/**
 * How each row of the table is tried: with buttons, forms and lists that the platform would never have shown to most of those who
 * send them, with what was kept in them for somebody else.
 */
import type { ModalView } from '@slack/types'
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
import { blockAbout, forms, menuValue } from '../../src/views/ids.ts'
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
import { idOf } from './roles.ts'

/** A button's value, the block that it is in, and the form around it where that matters. */
type Pressed = { readonly value?: string; readonly block?: string; readonly view?: object }
type Sent = { readonly view: ModalView; readonly values?: Record<string, string | string[]> }
type Typed = { readonly query: string; readonly block?: string }
type Forge<T> = (company: Company) => T | Promise<T>

const champions = [idOf('champion')]
const telling = { championIds: champions, words: WORDS }
const sum = 'Somebody else said it, too.'

export const presses: Readonly<Record<string, Forge<Pressed>>> = {
  'story.tell': () => ({}),
  'home.tell': () => ({}),
  'story.more': ({ look }) => ({ view: storyForm.render({}, look) }),
  'story.cheer': ({ storyId }) => ({ value: storyId }),
  'story.uncheer': ({ storyId }) => ({ value: storyId }),
  'story.menu · tell': ({ storyId }) => ({ value: menuValue('tell', storyId) }),
  'story.menu · edit': ({ storyId }) => ({ value: menuValue('edit', storyId) }),
  'story.menu · name-off': ({ storyId }) => ({ value: menuValue('name-off', storyId) }),
  'story.menu · thank': ({ letterId }) => ({ value: menuValue('thank', letterId) }),
  'story.menu · voice': ({ storyId }) => ({ value: menuValue('voice', storyId) }),
  'story.nameOff': ({ storyId }) => ({ value: storyId }),
  'story.edit': ({ storyId }) => ({ value: storyId }),
  'story.retract': ({ storyId }) => ({ value: storyId }),
  'voice.add': ({ storyId }) => ({ value: storyId }),
  'voice.takeBack': ({ storyId }) => ({ value: storyId }),
  'letter.switch': ({ look }) => ({ view: storyForm.render({ input: { letter: {} } }, look) }),
  'letter.permission': ({ look }) => ({
    view: storyForm.render({ input: { letter: {} }, more: true }, look),
  }),
  'letter.lift': ({ draft, look }) => ({ view: storyPreview.render(draft, look) }),
  'letter.hide': ({ draft, look }) => ({ view: storyPreview.render(draft, look) }),
  'letter.original': ({ letterId }) => ({ value: letterId }),
  'letter.erase': ({ letterId }) => ({ value: letterId }),
  'letter.whole': ({ wholeId }) => ({ value: wholeId }),
  'whole.previous': ({ wholeId }) => ({ value: '0', view: keeping({ storyId: wholeId }) }),
  'whole.next': ({ wholeId }) => ({ value: '1', view: keeping({ storyId: wholeId }) }),
  'whole.previous · waiting': ({ praiseId }) => ({ value: '0', view: keeping({ praiseId }) }),
  'whole.next · waiting': ({ praiseId }) => ({ value: '1', view: keeping({ praiseId }) }),
  'capture.allow': ({ requestId }) => ({ value: requestId }),
  'capture.refuse': ({ requestId }) => ({ value: requestId }),
  'capture.share': ({ askId }) => ({ value: askId }),
  'capture.takeBack': ({ capturedId }) => ({ value: capturedId }),
  'digest.note': ({ digestId }) => ({ value: digestId }),
  'digest.ask': ({ digestId }) => ({ value: digestId }),
  'digest.lead': ({ digestId, storyId }) => ({ value: storyId, block: blockAbout('lead', digestId) }),
  'digest.leaveOut': ({ digestId, storyId }) => ({ value: storyId, block: blockAbout('out', digestId) }),
  'digest.putBack': ({ digestId, storyId }) => ({ value: storyId, block: blockAbout('back', digestId) }),
  'digest.skip': ({ digestId }) => ({ value: digestId }),
  'digest.unskip': ({ digestId }) => ({ value: digestId }),
  'board.period': () => ({ value: 'month:champions' }),
  'board.view': () => ({ value: 'month:champions' }),
  'home.board': () => ({}),
  'home.digest': () => ({}),
  'home.help': () => ({}),
  'prize.award': ({ storyId }) => ({ value: storyId }),
  'award.approve': ({ waitingId }) => ({ value: waitingId }),
  'award.decline': ({ waitingId }) => ({ value: waitingId }),
  'award.handOver': ({ openId }) => ({ value: openId }),
  'award.cancel': ({ openId }) => ({ value: openId }),
  'award.cancel · waiting': ({ waitingId }) => ({ value: waitingId }),
  'award.noted': ({ openId }) => ({ value: openId }),
  'praise.share': ({ praiseId }) => ({ value: praiseId }),
  'praise.dismiss': ({ praiseId }) => ({ value: praiseId }),
  'praise.whole': ({ praiseId }) => ({ value: praiseId }),
  'praises.open': () => ({}),
  'praises.previous': () => ({ value: '0' }),
  'praises.next': () => ({ value: '1' }),
  'praises.settings': () => ({}),
  'sources.open': () => ({}),
  'source.add': () => ({}),
  'source.rotate': () => ({ value: 'helpdesk' }),
  'source.revoke': () => ({ value: 'helpdesk' }),
  'source.reopen': () => ({ value: 'closed' }),
  'prizes.open': () => ({}),
  'prizes.todo': () => ({}),
  'prizes.export': () => ({}),
  'prizes.settings': () => ({}),
  'prize.add': () => ({}),
  'prize.menu · edit': ({ prize }) => ({ value: menuValue('edit', prize.id) }),
  'prize.menu · retire': ({ prize }) => ({ value: menuValue('retire', prize.id) }),
  'prize.edit': ({ prize }) => ({ value: prize.id }),
  'prize.retire': ({ prize }) => ({ value: prize.id }),
  'prize.bringBack': ({ retiredId }) => ({ value: retiredId }),
  'prize.kind': ({ look }) => ({ view: prizeForm.render(newPrize('GBP'), look) }),
  'budget.add': () => ({}),
  'budget.edit': () => ({ value: idOf('manager') }),
  'setup.open': () => ({}),
  'delivery.retry': () => ({ value: 'nothing-that-failed' }),
}

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
}

export const suggestions: Readonly<Record<string, Forge<Typed>>> = {
  'digest.lead': ({ digestId }) => ({ query: 'stayed', block: blockAbout('lead', digestId) }),
  'digest.leaveOut': ({ digestId }) => ({ query: 'stayed', block: blockAbout('out', digestId) }),
  'setup.managerGroup': () => ({ query: 'leads' }),
  'setup.zone': () => ({ query: 'London' }),
  'setup.currency': () => ({ query: 'GBP' }),
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

/** A form with nothing in it but what was kept in it. */
export const keeping = (kept: object): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Kept' },
  blocks: [],
  private_metadata: JSON.stringify(kept),
})
