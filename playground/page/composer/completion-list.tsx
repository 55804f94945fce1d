import { Avatar } from '../ui/avatar.tsx'
import type { Completion } from './completions.ts'

type Props = { id: string; completions: Completion[]; at: number; onPick(completion: Completion): void }

export function CompletionList({ id, completions, at, onPick }: Props) {
  return (
    <div id={id} className="completions options" role="listbox" tabIndex={-1} aria-label="Suggestions">
      {completions.map((completion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer keeps the focus and takes the keys
        <div
          key={completion.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={`option${index === at ? ' current' : ''}`}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(completion)}
        >
          <span className="with-avatar">
            {completion.person && <Avatar id={completion.person} size="s" />}
            {completion.text}
          </span>
          <span className="option-hint">{completion.hint}</span>
        </div>
      ))}
    </div>
  )
}
