/** What Plaudit listens to: its listeners, registered with who only writes down for what. */
import type { Listen } from '../../src/slack/listen.ts'
import { registerListeners } from '../../src/slack/listeners.ts'
import type { Slack } from '../../src/slack/slack.ts'

/** What a listener can be registered for; Home has no id. */
const surfaces = ['command', 'shortcut', 'press', 'submit', 'suggest', 'home'] as const
export type Registered = Readonly<Record<(typeof surfaces)[number], readonly string[]>>

/** The ids that are listened to, as often as they are. */
export function listRegistered(): Registered {
  const registered = Object.fromEntries(surfaces.map((surface) => [surface, [] as string[]]))
  const note = (surface: string) => (about: unknown) => {
    const id = typeof about === 'object' ? (about as { id: string }).id : String(about)
    registered[surface]?.push(surface === 'home' ? 'home' : id)
  }
  const listen = Object.fromEntries(surfaces.map((surface) => [surface, note(surface)]))
  registerListeners(listen as unknown as Listen, {} as Slack)
  return registered as unknown as Registered
}
