import { readFileSync } from 'node:fs'
import { CELEBRATIONS } from '../demo/cast.ts'
import type { Message, Person, PretendSlack, View } from '../server/index.ts'
import { idOf, need, nextPost, notesTo } from './front-door.ts'
import type { Story } from './shapes.ts'

/** The teller opens the form, with all the fields that the story needs. */
export async function openForm(slack: PretendSlack, story: Story): Promise<View> {
  const teller = slack.person(idOf(story.by))
  await teller.command('/wow', '', { channel: CELEBRATIONS })
  const form = await teller.nextModal()
  if (story.customer || story.deeds || story.thanks) await addMore(slack, teller, form)
  return form
}

/** The teller fills in the form; resolves with the card when everybody in the story has heard of it. */
export async function tellStory(slack: PretendSlack, story: Story, now: number): Promise<Message> {
  const teller = slack.person(idOf(story.by))
  const told = notesTo(slack, [teller, ...story.about.map((who) => slack.person(idOf(who)))])
  const shared = await teller.submit(answersTo(story, teller))
  // Something private was masked: the teller looks at it, and says yes.
  if (shared.outcome === 'pushed') need('cleared', await teller.submit())
  else need('closed', shared)
  const card = await nextPost(slack, CELEBRATIONS, now, `the card of “${story.words}”`)
  await told()
  if (story.photo) await photoOf(slack, card)
  return card
}

async function addMore(slack: PretendSlack, teller: Person, form: View): Promise<void> {
  const { hash } = form
  await teller.press(form, 'story.more')
  await slack.until(() => teller.modal()?.hash !== hash, { what: 'the rest of the form' })
}

const answersTo = (story: Story, teller: Person) => ({
  championIds: story.about.map(idOf),
  words: story.words,
  customerKind: story.kind ?? 'customer',
  ...(story.lesson && { lesson: story.lesson }),
  ...(story.customer && { customerName: story.customer }),
  ...(story.deeds && { deeds: story.deeds }),
  ...(story.thanks && { thanks: story.thanks }),
  ...(story.photo && {
    photo: teller.upload({
      name: story.photo.file,
      data: readFileSync(new URL(`photos/${story.photo.file}`, import.meta.url)),
    }),
    photoDescription: story.photo.shows,
  }),
})

const photoOf = (slack: PretendSlack, { channel, ts }: Message): Promise<unknown> =>
  slack.until(() => slack.replies(channel, ts).length > 0, { timeoutMs: 10_000, what: 'the photo' })

/** The teller opens the card's menu, and changes the words. */
export async function mendStory(slack: PretendSlack, card: Message, story: Story): Promise<void> {
  const teller = slack.person(idOf(story.by))
  const { text } = card
  await teller.press(card, 'story.menu', { value: editIn(card) })
  await teller.nextModal()
  need('closed', await teller.submit({ words: story.words }))
  await slack.until(() => card.text !== text, { what: 'the mended words' })
}

/** The value of the menu's entry that edits. */
function editIn(card: Message): string {
  const value = /"value":"(edit:[^"]+)"/.exec(JSON.stringify(card.blocks))?.[1]
  if (value === undefined) throw new Error('The card offers no way to edit it.')
  return value
}
