/** Nominating somebody in a round, mending and withdrawing it, and stepping aside. */
import { Problem } from '../domain/problem.ts'
import { findEvidence } from '../usecases/evidence.ts'
import {
  type NominationAsked,
  showNominationInstead,
  showNominationOffer,
  showOwnNomination,
} from '../usecases/nomination-offers.ts'
import { stepAside, submitNomination, withdrawNomination } from '../usecases/nominations.ts'
import { actions, subjectOf } from '../views/ids.ts'
import { afterChoice } from '../views/nomination-draft.ts'
import { evidenceOptions, nominationForm } from '../views/nomination-form.ts'
import { nominationInstead, nominationSent, nominationWithdrawn } from '../views/nomination-notes.ts'
import { sentenceFor } from '../wording/index.ts'
import { asReader } from './actor.ts'
import type { Act } from './acts.ts'
import type { Listen } from './listen.ts'
import { openStoryForm } from './open-story.ts'
import type { Slack } from './slack.ts'
import { findTypedPerson } from './typed.ts'

export function registerNominations(listen: Listen, slack: Slack): void {
  const { app, directory } = slack

  listen.press(actions.roundNominate, (press) => openNomination(slack, press, { roundId: idIn(press.value) }))
  listen.press(actions.storyNominate, (press) => openNomination(slack, press, { storyId: press.value }))
  for (const id of [actions.nominationRound, actions.nominationNominee]) {
    listen.press(id, async ({ actor, view, look, update }) => {
      if (!view) return
      const { evidenceIds: _, ...sent } = nominationForm.read(view)
      if (sent.nomineeId) await directory.meet([sent.nomineeId])
      const offer = await showNominationOffer(app, actor, sent)
      await update(nominationForm.render(afterChoice(nominationForm.read(view), offer), look))
    })
  }
  listen.suggest(actions.nominationEvidence, async ({ actor, look }, query, blockId) =>
    evidenceOptions(await findEvidence(app, await asReader(slack, actor), subjectOf(blockId), query), look),
  )

  listen.submit(nominationForm, async ({ actor, look }, sent) => {
    if (sent.nomineeId) await directory.meet([sent.nomineeId])
    const done = await submitNomination(app, actor, sent)
    if ('masked' in done) {
      const { quotable, criterion, version, isFixed, turn } = sent
      const typed = { reason: done.masked, quotable, criterion }
      const offer = await showNominationOffer(app, actor, sent)
      const anew = { offer, typed, version: version + 1, isMasked: true, isFixed, turn }
      return { update: nominationForm.render(anew, look) }
    }
    const isChange = sent.ownId === done.nominationId
    return { update: nominationSent({ ...done, isChange }, look) }
  })

  listen.press(actions.nominationEdit, async ({ actor, value, look, update }) => {
    const form = nominationForm.render(
      { offer: await showOwnNomination(app, actor, value), isFixed: true },
      look,
    )
    await update(form)
  })
  listen.press(actions.nominationWithdraw, async ({ actor, value, look, update }) => {
    await withdrawNomination(app, actor, value)
    await update(nominationWithdrawn(look))
  })
  // The note shows it at once, wherever it stands.
  listen.press(actions.roundStepAside, ({ actor, value }) => stepAside(app, actor, value))
}

/** A button that is not about one round says so with a dash. */
const idIn = (value: string): string | undefined => (value === '' || value === '-' ? undefined : value)

/** From a card, a post, Home, or a command. */
export async function openNomination(
  { app }: Slack,
  { actor, look, open }: Act,
  asked: NominationAsked,
): Promise<void> {
  await open(nominationForm.render({ offer: await showNominationOffer(app, actor, asked) }, look))
}

/** `/wow nominate`, `/wow nominate @bob`; with other words behind it, it is the beginning of a story. */
export async function openTypedNomination(slack: Slack, act: Act, typed: string): Promise<void> {
  const whom = typed.trim().replace(/^nominate\s*/i, '')
  if (whom !== '' && !/^(?:<@[^>]+>|@.+)$/.test(whom)) return openStoryForm(slack, act, typed)
  const nomineeId = await findTypedPerson(slack, whom)
  if (nomineeId) await slack.directory.meet([nomineeId])
  await openNomination(slack, act, { nomineeId })
}

/** To who is no manager and wanted to award a prize: whom they can nominate. @returns whether there is anybody */
export async function offerNomination(
  { app }: Slack,
  { actor, look, answer }: Act,
  storyId: string,
  refused: unknown,
): Promise<boolean> {
  if (!(refused instanceof Problem) || refused.key !== 'award.managers-only') return false
  const instead = await showNominationInstead(app, actor, storyId)
  if (!instead) return false
  await answer(nominationInstead(sentenceFor(refused, look.w), instead, look))
  return true
}
