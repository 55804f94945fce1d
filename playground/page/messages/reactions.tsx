import type { ShownMessage } from '../../server/page-api/shapes.ts'
import { emojiOf } from '../blocks/emoji.ts'
import { listNames, nameOf, usePeople } from '../live/people.ts'
import { useSeen } from '../live/store.ts'
import { EmojiButton } from './emoji-button.tsx'
import { useReact } from './use-react.ts'

export function Reactions({ message }: { message: ShownMessage }) {
  const people = usePeople()
  const me = useSeen((state) => state.me)
  const toggle = useReact(message)
  if (message.reactions.length === 0) return null
  return (
    <div className="reactions">
      {message.reactions.map(({ name, users }) => {
        const mine = users.includes(me)
        const who = listNames(users.map((id) => (id === me ? 'you' : nameOf(people, id))))
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={mine}
            aria-label={`${name}: ${who} reacted, ${users.length} in all`}
            data-tip={`${who} reacted with :${name}:`}
            onClick={() => toggle(name)}
          >
            <span aria-hidden="true">{emojiOf(name)}</span>
            <span>{users.length}</span>
          </button>
        )
      })}
      <EmojiButton onPick={toggle} className="reaction" />
    </div>
  )
}
