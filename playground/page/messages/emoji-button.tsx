import { type KeyboardEvent, useRef, useState } from 'react'
import { emojiOf, findEmoji } from '../blocks/emoji.ts'
import { Floating } from '../ui/floating.tsx'
import { Icon } from '../ui/icons.tsx'

type Props = { onPick(name: string): void; className?: string }

/** A small picker: favourites first, and a search by name. */
export function EmojiButton({ onPick, className = 'quiet' }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label="Add a reaction"
        aria-expanded={open}
        data-tip="Add a reaction"
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" />
      </button>
      {open && (
        <Floating anchor={button} align="end" onLeave={() => setOpen(false)}>
          <EmojiGrid
            onKeyDown={onKeyDown}
            onPick={(name) => {
              close()
              onPick(name)
            }}
          />
        </Floating>
      )}
    </>
  )
}

type GridProps = { onPick(name: string): void; onKeyDown(event: KeyboardEvent): void }

function EmojiGrid({ onPick, onKeyDown }: GridProps) {
  const [text, setText] = useState('')
  const found = findEmoji(text)
  return (
    <div className="emoji-picker" role="dialog" aria-label="Choose an emoji" onKeyDown={onKeyDown}>
      <input
        // biome-ignore lint/a11y/noAutofocus: somebody just asked for this field
        autoFocus
        className="text-input"
        aria-label="Search for an emoji"
        placeholder="Search: clap, heart, …"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) onPick(found[0])
        }}
      />
      <div className="emoji-grid">
        {found.map((name) => (
          <button key={name} type="button" aria-label={name} title={`:${name}:`} onClick={() => onPick(name)}>
            {emojiOf(name)}
          </button>
        ))}
      </div>
    </div>
  )
}
