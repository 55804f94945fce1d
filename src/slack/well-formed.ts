/**
 * Whether a request that Slack signed is as Slack makes it, and about something that Plaudit has. Listeners rely on what
 * is checked here; and Bolt, which lets what it cannot read fall, never gets to see it.
 */
import { z } from 'zod'
import { actions, forms, shortcuts } from '../views/ids.ts'
import { COMMAND } from './commands.ts'

/**
 * `strange`: not of Slack's making. `unknown`: of Slack's making, but nothing here listens to it. `unheard`: an event that
 * nothing listens to, which is only acknowledged, since Slack would send it again.
 */
type Form = 'good' | 'strange' | 'unknown' | 'unheard'

const Id = z.string().min(1)
const Someone = z.looseObject({ id: Id })
const Answered = { trigger_id: Id, response_url: z.string() }
const Text = z.string().nullish()
const Texts = z.array(z.string()).nullish()
const Option = z.looseObject({ value: z.string() })
/** What a field or a menu carries, under the name that its kind has for it. */
const chosen = {
  ...{ value: Text, selected_date: Text, selected_time: Text },
  ...{ selected_option: Option.nullish(), selected_options: z.array(Option).nullish() },
  ...{ selected_user: Text, selected_users: Texts, selected_channel: Text },
  ...{ selected_conversation: Text, selected_conversations: Texts },
  files: z.array(Someone).nullish(),
}
const State = z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject(chosen))) })
const View = z.looseObject({ id: Id, private_metadata: z.string().optional(), state: State.optional() })
const Action = z.looseObject({ ...chosen, action_id: Id, block_id: Id, action_ts: z.string() })
const Press = z.looseObject({
  ...{ user: Someone, trigger_id: Id, actions: z.array(Action).nonempty() },
  container: z.looseObject({ message_ts: z.string().optional() }).optional(),
})

const Command = z.looseObject({ command: z.string(), text: z.string(), user_id: Id, ...Answered })
const Opening = z.looseObject({ event: z.looseObject({ user: Id, tab: z.string() }) })

type Interaction = { readonly shape: z.ZodType; readonly id: z.ZodType }
const oneOf = (ids: Readonly<Record<string, string>>) => z.enum(Object.values(ids))
const interactions: Readonly<Record<string, Interaction>> = {
  block_actions: {
    shape: z.union([Press.extend({ view: View }), Press.extend({ response_url: z.string() })]),
    id: z.looseObject({ actions: z.array(z.looseObject({ action_id: oneOf(actions) })) }),
  },
  view_submission: {
    shape: z.looseObject({ user: Someone, view: View.extend({ callback_id: z.string(), state: State }) }),
    id: z.looseObject({ view: z.looseObject({ callback_id: oneOf(forms) }) }),
  },
  block_suggestion: {
    shape: z.looseObject({ user: Someone, action_id: Id, block_id: Id, value: z.string() }),
    id: z.looseObject({ action_id: oneOf(actions) }),
  },
  message_action: {
    shape: z.looseObject({
      ...{ user: Someone, callback_id: z.string(), action_ts: z.string(), ...Answered },
      ...{ channel: Someone, message_ts: z.string(), message: z.looseObject({}) },
    }),
    id: z.looseObject({ callback_id: oneOf(shortcuts) }),
  },
}

const Typed = z.looseObject({ type: z.string().optional() })
const Happened = z.looseObject({ event: z.looseObject({ type: Id }) })

/** Nothing of Slack's is as deep as this. */
const MOST_DEEP = 100

/** Without halves of characters, which cannot be sent on, and without bottomless depths: what has one is a copy. */
export const mended = <T>(value: T): T => (isWhole(value, 0) ? value : whole(value, 0))

/** Nearly everything is: asked first, since a copy costs more. */
function isWhole(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return depth <= MOST_DEEP && Object.values(value).every((inner) => isWhole(inner, depth + 1))
}

function whole<T>(value: T, depth: number): T {
  if (typeof value === 'string') return value.toWellFormed() as T
  if (typeof value !== 'object' || value === null) return value
  if (depth > MOST_DEEP) return undefined as T
  if (Array.isArray(value)) return value.map((inner) => whole(inner, depth + 1)) as T
  const entries = Object.entries(value).map(([key, inner]) => [key, whole(inner, depth + 1)] as const)
  return Object.fromEntries(entries) as T
}

/** Of a body that is no event that is kept; for those see `events.ts`. */
export function formOf(body: unknown): Form {
  const read = Typed.safeParse(body)
  if (!read.success) return 'strange'
  const { type } = read.data
  if (type === undefined) return formOfCommand(body)
  if (type === 'event_callback') return formOfEvent(body)
  return formOfInteraction(type, body)
}

function formOfCommand(body: unknown): Form {
  const read = Command.safeParse(body)
  if (!read.success) return 'strange'
  return read.data.command === COMMAND ? 'good' : 'unknown'
}

function formOfEvent(body: unknown): Form {
  const read = Happened.safeParse(body)
  if (!read.success) return 'strange'
  if (read.data.event.type !== 'app_home_opened') return 'unheard'
  return Opening.safeParse(body).success ? 'good' : 'strange'
}

function formOfInteraction(type: string, body: unknown): Form {
  const interaction = Object.hasOwn(interactions, type) ? interactions[type] : undefined
  if (!interaction) return 'unknown'
  if (!interaction.shape.safeParse(body).success) return 'strange'
  return interaction.id.safeParse(body).success ? 'good' : 'unknown'
}
