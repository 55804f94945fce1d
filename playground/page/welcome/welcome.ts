import { act } from '../live/act.ts'
import { useNav } from '../live/nav.ts'
import { nameOf, useMe } from '../live/people.ts'
import { civilNow, seen } from '../live/store.ts'
import { until } from '../live/until.ts'
import { jumpsFrom } from '../time/jumps.ts'

export type Suggestion = { key: string; sign: string; title: string; does: string; go(): void }

/** What to try first. */
export function useWelcome(): Suggestion[] {
  const nav = useNav()
  const { tz } = useMe()
  const here = nav.place
  return [
    {
      key: 'tell',
      sign: '✍️',
      title: 'Tell a story',
      does: 'As Alice, about a colleague',
      async go() {
        await becoming(nav.become, 'UALICE')
        const [command] = seen().commands
        if (command) void act({ do: 'command', channel: here, name: command.command, text: '' })
      },
    },
    {
      key: 'cheer',
      sign: '👏',
      title: 'Cheer as Bob',
      does: 'Press Cheer on the latest story',
      async go() {
        await becoming(nav.become, 'UBOB')
        await lookAt('Cheer')
      },
    },
    {
      key: 'prize',
      sign: '🎁',
      title: 'Award a prize',
      does: 'As Carol, a manager: answer a story',
      async go() {
        await becoming(nav.become, 'UCAROL')
        await lookAt('Award')
      },
    },
    {
      key: 'nominate',
      sign: '🏅',
      title: 'Nominate a champion',
      does: 'As Alice; Friday votes, a week later one wins',
      async go() {
        await becoming(nav.become, 'UALICE')
        await lookAt('🏅 Nominate')
      },
    },
    {
      key: 'friday',
      sign: '📰',
      title: 'Jump to Friday',
      does: 'Read the week’s digest',
      go() {
        const [friday] = jumpsFrom(civilNow(), tz)
        void act({ do: 'clock', at: new Date(friday.at).toISOString() })
      },
    },
  ]
}

async function becoming(become: (id: string) => void, id: string): Promise<void> {
  become(id)
  await until(() => seen().me === id)
}

async function lookAt(label: string): Promise<void> {
  await until(() => latestButton(label) !== undefined)
  const button = latestButton(label)
  button?.scrollIntoView({ block: 'center' })
  button?.focus()
  button?.classList.add('look-here')
}

/** On the latest story that is not about the person: nobody cheers for themselves, nor gives themselves a prize. */
function latestButton(label: string): HTMLElement | undefined {
  const { people, me } = seen()
  const all = [...document.querySelectorAll<HTMLElement>('#room .message .button')]
  return all.findLast(
    (button) =>
      button.textContent.includes(label) &&
      !button.closest('.message')?.textContent.includes(nameOf(people, me)),
  )
}
