/** What is sent: reactions, stories and commands, each different from all others, as Slack words them. */
import type { Body } from './wire.ts'

/** What the bodies of one kind have in common. All are built again from it in the process that sends them. */
export type Recipe =
  | {
      readonly kind: 'reactions'
      readonly teamId: string
      readonly botUserId: string
      readonly channel: string
      /** The cards that are reacted to. */
      readonly cards: readonly string[]
      readonly people: number
    }
  /** A story that was sent once, as it was sent: told again by others. */
  | { readonly kind: 'stories'; readonly sent: string; readonly people: number }

export const personId = (n: number): string => `UBENCH${n}`

/** Number `n` of its kind. */
export const bodyOf = (recipe: Recipe, n: number): Body =>
  recipe.kind === 'reactions' ? reaction(recipe, n) : story(recipe, n)

/** Every reaction is somebody's first on a card, until all have reacted to all; then with another emoji. */
function reaction(recipe: Recipe & { kind: 'reactions' }, n: number): Body {
  const { teamId, botUserId, channel, cards, people } = recipe
  const turn = Math.floor(n / (people * cards.length))
  const event = {
    type: 'reaction_added',
    user: personId(n % people),
    reaction: turn === 0 ? 'tada' : `emoji_${turn}`,
    item: { type: 'message', channel, ts: cards[Math.floor(n / people) % cards.length] },
    item_user: botUserId,
    event_ts: `${Math.floor(Date.now() / 1000)}.${String(n).padStart(6, '0')}`,
  }
  const body = {
    token: 'verification-token-of-the-past',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: 'A0000000001',
    event,
    type: 'event_callback',
    event_id: `Ev${Date.now().toString(36)}${n.toString(36).padStart(6, '0')}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-eyJldCI6InJlYWN0aW9uX2FkZGVkIiwidGlkIjoiVDAwMDAwMDAwMSJ9-${n}`,
  }
  return { type: 'json', text: JSON.stringify(body) }
}

/** Another form of another person: a form is told only once. */
function story({ sent, people }: Recipe & { kind: 'stories' }, n: number): Body {
  const body = JSON.parse(sent) as { user: { id: string }; view: { id: string } }
  body.user.id = personId(n % people)
  body.view.id = `V${Date.now().toString(36)}${n}`
  return { type: 'form', text: `payload=${encodeURIComponent(JSON.stringify(body))}` }
}
