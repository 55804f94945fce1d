import { CELEBRATIONS } from '../demo/cast.ts'
import type { Message, Person, PretendSlack, View } from '../server/index.ts'
import { idOf, need } from './front-door.ts'
import type { Moments, SeededNomination, SeededRound } from './rounds.ts'
import type { Who } from './shapes.ts'

/** Dave plans a round in its form; it is announced in the channel. */
export async function openRound(slack: PretendSlack, round: SeededRound, moments: Moments): Promise<Message> {
  const dave = slack.person(idOf('dave'))
  await dave.command('/wow', 'round', { channel: CELEBRATIONS })
  const form = await dave.nextModal()
  const sent = await dave.submit({
    title: round.title,
    honours: round.honours,
    criteria: round.criteria.join('\n'),
    ...moments,
    decidedBy: 'everybody',
    quorum: '1',
    channel: CELEBRATIONS,
    prizeId: prizeIn(form, round.prize),
  })
  if (sent.outcome === 'errors') need('closed', sent)
  await dave.close({ all: true })
  return postWith(slack, 'round.nominate', round.title)
}

function prizeIn({ blocks }: View, name: string): string {
  const field = blocks.find(({ block_id }) => block_id === 'prizeId') as
    | { element: { options: { text: { text: string }; value: string }[] } }
    | undefined
  const found = field?.element.options.find(({ text }) => text.text.startsWith(name))
  if (!found) throw new Error(`There is no ${name} for a round.`)
  return found.value
}

/** From the button under the round's post. */
export async function nominate(
  slack: PretendSlack,
  post: Message,
  { by, who, criterion, why, quotable, evidence }: SeededNomination,
): Promise<void> {
  const person = slack.person(idOf(by))
  await person.press(post, 'round.nominate')
  const form = await person.nextModal()
  await person.press(form, 'nomination.nominee', { value: idOf(who) })
  const shown = await person.nextModal()
  const stories = evidence ? await chooseEvidence(person, shown, evidence) : {}
  const sent = await person.submit({
    nomineeId: idOf(who),
    reason: why,
    [blockNamed(shown, 'criterion')]: String(criterion),
    ...(quotable && { quotable: ['yes'] }),
    ...stories,
  })
  if (sent.outcome === 'errors') need('closed', sent)
  await person.close({ all: true })
}

async function chooseEvidence(person: Person, form: View, typed: string): Promise<Record<string, string[]>> {
  const [story] = await person.suggest(form, 'nomination.evidence', typed)
  return story ? { [blockNamed(form, 'evidence')]: [String(story.value)] } : {}
}

/** The id of the block that begins so: some carry what they are about. */
function blockNamed({ blocks }: View, name: string): string {
  const ids = blocks.map(({ block_id }) => String(block_id))
  const found = ids.find((id) => id === name || id.startsWith(`${name}:`))
  if (!found) throw new Error(`The form has no ${name}.`)
  return found
}

/** In the channel's post. */
export async function voteFor(slack: PretendSlack, by: Who, who: Who, title: string): Promise<void> {
  const post = await postWith(slack, 'ballot.vote', title)
  const person = slack.person(idOf(by))
  await person.suggest(post, 'ballot.vote', who)
  await person.press(post, 'ballot.vote', { value: idOf(who) })
}

const postWith = (slack: PretendSlack, action: string, title: string): Promise<Message> =>
  slack.until(
    () =>
      slack.messages(CELEBRATIONS).find(({ blocks }) => {
        const said = JSON.stringify(blocks ?? [])
        return said.includes(`"${action}"`) && said.includes(title)
      }),
    { timeoutMs: 10_000, what: `${action} of “${title}”` },
  )
