/** Answering a story with a prize: from its card, from a message's menu, or from `/wow prize`. */
import type { ModalView } from '@slack/types'
import type { Award, AwardInput } from '../domain/award.ts'
import type { AwardQuestion } from '../domain/award-questions.ts'
import type { DeliveryKind } from '../domain/delivery.ts'
import { listNames } from '../store/people.ts'
import { listPostsAt } from '../store/posts.ts'
import { getSettings } from '../store/settings.ts'
import { awardPrize, listStoriesToAward, showAwardOffer } from '../usecases/awards.ts'
import type { Actor } from '../usecases/plaudit.ts'
import { showSetupState } from '../usecases/setup.ts'
import { awardForm, awardModal } from '../views/award-form.ts'
import { awardPick } from '../views/award-pick.ts'
import { awardQuestionsForm } from '../views/award-questions.ts'
import { actions, shortcuts } from '../views/ids.ts'
import type { Look } from '../views/look.ts'
import { notice, noticeModal } from '../views/notice.ts'
import { setupHint } from '../views/setup-notes.ts'
import type { AboutMessage, Act, Then } from './acts.ts'
import type { Listen } from './listen.ts'
import { offerNomination } from './nominations.ts'
import type { Slack } from './slack.ts'

export function registerAwards(listen: Listen, slack: Slack): void {
  const { app } = slack

  listen.press(actions.prizeAward, (press) => openAwardForm(slack, press, press.value))

  listen.shortcut(shortcuts.awardPrize, async (act) => {
    const { setUp, ...hint } = await showSetupState(app, act.actor)
    if (!setUp) return act.answer(setupHint(hint, act.look))
    const storyId = await storyOf(act.message)
    await (storyId ? openAwardForm(slack, act, storyId) : act.answer(notice(act.look.w.awardPick.noStory)))
  })

  listen.submit(awardForm, ({ actor, look }, input) =>
    award(actor, look, input, [], (view) => ({ push: view })),
  )
  // Something new may be worth asking meanwhile: then all of it is shown again.
  listen.submit(awardQuestionsForm, ({ actor, look }, { input, answered }) =>
    award(actor, look, input, answered, (view) => ({ update: view })),
  )

  async function award(
    actor: Actor,
    look: Look,
    input: AwardInput,
    answered: readonly AwardQuestion['ask'][],
    show: (view: ModalView) => Then,
  ): Promise<Then> {
    const awarded = await awardPrize(app, actor, input, answered)
    if (!('questions' in awarded)) return afterwards(awarded.award, look)
    const { giver, amountsPublic } = await app.store.read(async (reader) => ({
      giver: (await listNames(reader, [actor.id]))(actor.id),
      amountsPublic: (await getSettings(reader)).amountsPublic,
    }))
    return show(awardQuestionsForm.render({ ...awarded, input, giver, amountsPublic }, look))
  }

  /** The story that a message tells, or in whose thread it stands. */
  async function storyOf({ channel, ts, threadTs }: AboutMessage): Promise<string | undefined> {
    const addresses = [{ channel, ts }, ...(threadTs ? [{ channel, ts: threadTs }] : [])]
    const posts = await app.store.read((reader) => listPostsAt(reader, addresses))
    return [...posts.values()].find(({ kind }) => tellsStory.includes(kind))?.subjectId
  }
}

const tellsStory: readonly DeliveryKind[] = ['story.card', 'story.credit', 'story.receipt']

/** All forms close; when it waits, the manager reads that first. */
const afterwards = ({ givenAt }: Award, look: Look): Then =>
  givenAt
    ? { clear: true }
    : { update: { ...noticeModal(look.w.awardForm.waits, look), clear_on_close: true } }

/** Who may not award a prize can nominate somebody instead, while a round is open. */
async function openAwardForm(slack: Slack, act: Act, storyId: string): Promise<void> {
  const { actor, look, open } = act
  try {
    await open(awardModal(await showAwardOffer(slack.app, actor, storyId), look))
  } catch (error) {
    if (!(await offerNomination(slack, act, storyId, error))) throw error
  }
}

/** `/wow prize`. */
export async function openAwardPick({ app }: Slack, { actor, look, answer, open }: Act): Promise<void> {
  const stories = await listStoriesToAward(app, actor)
  await (stories.length > 0 ? open(awardPick(stories, look)) : answer(notice(look.w.awardPick.nothing)))
}
