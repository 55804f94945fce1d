/** A form is submitted: told at once, or shown to its teller first because private data had to be masked. */
import { v7 as newId } from 'uuid'
import { readChoices, type TypedChoices } from '../domain/mask-choices.ts'
import type { Person } from '../domain/person.ts'
import type { Hiding } from '../domain/private-data.ts'
import { Problem, throwAny } from '../domain/problem.ts'
import { type Story, toldIn } from '../domain/story.ts'
import { inputWithoutAccounts, liftableIn, maskedIn } from '../domain/story-texts.ts'
import { deleteDraft, findDraft, insertDraft } from '../store/drafts.ts'
import type { Reader, Tx } from '../store/store.ts'
import { type Actor, keepKey, type Plaudit, perform } from './plaudit.ts'
import { applySubmission, asTold, hidingFor } from './stories.ts'
import type { Decided, Drafted, Submission, Submitted } from './submission.ts'
import { requireTriager } from './triage-showing.ts'

/**
 * Tells or mends a story. Where private data had to be masked, nothing is told yet: the teller sees the masked words
 * first and says yes with `shareDraft`. Throws Problems on the fields of the input (see domain/story.ts),
 * `not_found` before Plaudit is set up, and of praise that waits `forbidden` for who may not share it.
 */
export const submitStory = (app: Plaudit, actor: Actor, submission: Submission): Promise<Submitted> =>
  perform(app, { ...actor, key: undefined }, async (tx, by) => {
    if (submission.praiseId) await requireTriager(tx, by, actor)
    const hiding = await hidingFor(tx, by, submission)
    if (maskedIn(submission.input, hiding).length > 0) return draftStory(tx, by, submission, hiding)
    await keepKey(tx, actor)
    return { story: await applySubmission(tx, by, submission) }
  })

/** Checked as if it were told now; only then is it worth a preview. It takes no key: nothing happened. */
async function draftStory(tx: Tx, by: Person, submission: Submission, hiding: Hiding): Promise<Drafted> {
  const told = await asTold(tx, by, submission)
  const { editing, praiseId, whole, source, input } = submission
  // Who shares a letter may show what was masked in it, or hide more: for that its words are kept as they are.
  const body = {
    input: input.letter ? inputWithoutAccounts(input, hiding) : toldIn(told),
    editing,
    praiseId,
    whole,
    source,
  }
  const draftId = newId()
  await insertDraft(tx, { id: draftId, kind: 'story', personId: by.id, body })
  return draftOf(tx, by, draftId, {
    ...body,
    ...(input.letter && { choices: { lifted: hiding.lifted ?? [], words: [] } }),
  })
}

async function draftOf(tx: Tx, by: Person, draftId: string, draft: Decided): Promise<Drafted> {
  const preview = toldIn(await asTold(tx, by, draft))
  const { input, choices } = draft
  if (!choices) return { draftId, preview }
  const hidden = liftableIn(input, await hidingFor(tx, by, draft))
  const isThere = (text: string) => hidden.some((one) => one.text === text)
  return {
    draftId,
    preview,
    masks: { hidden, choices: { ...choices, lifted: choices.lifted.filter(isThere) } },
  }
}

/**
 * The preview of a letter with other masks; nothing is told. Throws `not_found` `story.draft-gone`, and Problems on
 * `hide` (see `readChoices`).
 */
export const previewDraft = (
  app: Plaudit,
  actor: Actor,
  draftId: string,
  typed: TypedChoices,
): Promise<Drafted> =>
  perform(app, { id: actor.id }, async (tx, by) =>
    draftOf(tx, by, draftId, await decided(tx, by, draftId, typed)),
  )

/** The teller saw the masked words and says yes. Of a letter, to these masks. Throws as `previewDraft` does. */
export const shareDraft = (
  app: Plaudit,
  actor: Actor,
  draftId: string,
  typed?: TypedChoices,
): Promise<Story> =>
  perform(app, actor, async (tx, by) => {
    const draft = await decided(tx, by, draftId, typed)
    await deleteDraft(tx, draftId)
    return applySubmission(tx, by, draft)
  })

async function decided(
  reader: Reader,
  by: Person,
  draftId: string,
  typed: TypedChoices = { lifted: [] },
): Promise<Decided> {
  const draft = (await findDraft(reader, { id: draftId, kind: 'story', personId: by.id })) as
    | Submission
    | undefined
  if (!draft) throw new Problem('not_found', 'story.draft-gone')
  if (!draft.input.letter) return draft
  const problems: Problem[] = []
  const choices = readChoices(typed, draft.input, await hidingFor(reader, by, draft), problems)
  throwAny(problems)
  return { ...draft, choices }
}
