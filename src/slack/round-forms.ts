/** The form of a round: planning, changing, and opening nominations again. What it says is checked against Slack. */
import type { ModalView } from '@slack/types'
import { defaultPlan, inputOf, reopenedInput } from '../domain/round-draft.ts'
import type { RoundInput } from '../domain/round-input.ts'
import { locksOf } from '../domain/round-locks.ts'
import { dayOf } from '../domain/time.ts'
import type { RoundFacts } from '../usecases/round-facts.ts'
import { changeRound, planRound, type RoundForm, showRoundForm } from '../usecases/rounds.ts'
import { type Choice, choices } from '../views/controls.ts'
import { actions } from '../views/ids.ts'
import type { Look } from '../views/look.ts'
import { roundForm, type SentRound } from '../views/round-form.ts'
import { isRoundsList } from '../views/rounds-back.ts'
import type { Act } from './acts.ts'
import { readChannels } from './channels.ts'
import { listGroupMembers, searchGroups } from './groups.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

type Reader = Pick<Act, 'actor' | 'look'>

/** `listFor` shows the list again, as it is then. */
export function registerRoundForms(
  listen: Listen,
  slack: Slack,
  listFor: (reader: Reader) => Promise<ModalView>,
): void {
  const { app, directory } = slack

  listen.press(actions.roundPlan, async (press) => {
    const inList = isRoundsList(press.view)
    const view = await newForm(slack, press, inList)
    await (inList ? press.update(view) : press.open(view))
  })

  listen.press(actions.roundDecidedBy, async ({ actor, look, view, update }) => {
    if (!view) return
    const sent = roundForm.read(view)
    await update(viewOf(await showRoundForm(app, actor, sent.roundId), sent, look))
  })

  listen.suggest(actions.roundGroups, async ({ actor }, query) => {
    await showRoundForm(app, actor) // who may not plan a round hears of no groups
    return choices(await searchGroups(slack, query))
  })

  listen.submit(roundForm, async (act, { roundId, reopen, input }) => {
    await showRoundForm(app, act.actor, roundId) // who may not is told so before Slack is asked
    await directory.meet(input.judgeIds ?? [])
    const facts = await factsOf(slack, input)
    if (roundId) await changeRound(app, act.actor, roundId, input, { reopen, facts })
    else await planRound(app, act.actor, input, facts)
    return { update: await listFor(act) }
  })
}

/** `/wow round`. */
export async function openRoundForm(slack: Slack, act: Act): Promise<void> {
  await act.open(await newForm(slack, act, false))
}

/** A round as it stands, to be changed or extended; with `reopen` for nominations to be open again. */
export async function changeFormFor(
  slack: Slack,
  { actor, look }: Reader,
  { roundId, reopen, inList }: { roundId: string; reopen: boolean; inList: boolean },
): Promise<ModalView> {
  const form = await showRoundForm(slack.app, actor, roundId)
  const { round, settings, now } = form
  if (!round) return newForm(slack, { actor, look }, inList)
  const input = reopen ? reopenedInput(round, now, settings) : inputOf(round, settings.zone)
  const groups = await nameGroups(slack, round.groupIds, look)
  return viewOf(form, { roundId, reopen, inList, input, groups }, look)
}

async function newForm({ app }: Slack, { actor, look }: Reader, inList: boolean): Promise<ModalView> {
  const form = await showRoundForm(app, actor)
  const { settings, now } = form
  const { roundForm: s } = look.w
  const input: RoundInput = {
    title: s.nameExample(look.w.month(dayOf(now, settings.zone))),
    criteria: s.criteriaExample.join('\n'),
    decidedBy: 'everybody',
    plan: defaultPlan(now, settings),
    channel: settings.celebrationChannel,
    restRounds: '0',
  }
  return viewOf(form, { reopen: false, inList, input, groups: [] }, look)
}

function viewOf(
  { round, hasNominations, prizes, settings }: RoundForm,
  sent: SentRound,
  look: Look,
): ModalView {
  const state = sent.reopen ? 'nominating' : (round?.state ?? 'planned')
  const locks = locksOf({ state }, hasNominations)
  const { zone, currency } = settings
  return roundForm.render({ ...sent, round, locks, prizes, currency, zone }, look)
}

/** What the chosen user groups are called; without Slack's answer just that they are some. */
async function nameGroups(slack: Slack, groupIds: readonly string[], { w }: Look): Promise<Choice[]> {
  if (groupIds.length === 0) return []
  const known = new Map((await searchGroups(slack, '')).map((group) => [group.value, group]))
  return groupIds.map((id) => known.get(id) ?? { value: id, text: w.roundForm.groupNow })
}

async function factsOf(slack: Slack, { channel, groupIds = [] }: RoundInput): Promise<RoundFacts> {
  const channels = await readChannels(slack, channel ? [channel] : [], 'channel')
  const members = await Promise.all(
    groupIds.map(async (id) => [id, await listGroupMembers(slack, id)] as const),
  )
  const told = members.flatMap(([id, ids]) => (ids ? [[id, ids] as const] : []))
  return { channels, groupMembers: new Map(told) }
}
