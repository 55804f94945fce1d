import type { ShownMessage } from '../../server/page-api/shapes.ts'
import { act } from '../live/act.ts'
import { useNav } from '../live/nav.ts'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { EmojiButton } from './emoji-button.tsx'
import { useReact } from './use-react.ts'

const QUICK = [
  { name: 'clap', sign: '👏' },
  { name: 'tada', sign: '🎉' },
]

/** What one can do with a message. */
export function MessageTools({ message, inThread }: { message: ShownMessage; inThread: boolean }) {
  const nav = useNav()
  const toggle = useReact(message)
  const all = useSeen((state) => state.shortcuts)
  const shortcuts = all.filter(({ type }) => type === 'message')
  const { channel, ts } = message
  return (
    <div className="message-tools" role="toolbar" aria-label="Message actions">
      {QUICK.map(({ name, sign }) => (
        <button
          key={name}
          type="button"
          className="quiet"
          aria-label={`React with ${name}`}
          data-tip={`React with ${name}`}
          onClick={() => toggle(name)}
        >
          {sign}
        </button>
      ))}
      <EmojiButton onPick={toggle} />
      {!inThread && (
        <button
          type="button"
          className="quiet"
          aria-label="Reply in thread"
          data-tip="Reply in thread"
          onClick={() => nav.openThread(message.thread ?? ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      {shortcuts.length > 0 && (
        <MenuButton
          label="More actions"
          face={<Icon name="more" />}
          items={shortcuts.map(({ callbackId, name }) => ({
            key: callbackId,
            label: name,
            onPick: () => void act({ do: 'shortcut', callbackId, channel, ts }),
          }))}
        />
      )}
    </div>
  )
}
