import { useEffect, useRef } from 'react'
import type { PickerOption } from './picker-options.ts'

type Props = {
  id: string
  label: string
  options: PickerOption[]
  chosen: PickerOption[]
  at: number
  waiting: boolean
  onPick(option: PickerOption): void
}

export function PickerList({ id, label, options, chosen, at, waiting, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${at}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  return (
    <div ref={list} id={id} className="options" role="listbox" tabIndex={-1} aria-label={label}>
      {options.map((option, index) => (
        <div key={option.key} role="presentation">
          {option.group && option.group !== options[index - 1]?.group && (
            <p className="option-group" role="presentation">
              {option.group}
            </p>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.some(({ key }) => key === option.key)}
            className={`option${index === at ? ' current' : ''}`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation()
              onPick(option)
            }}
          >
            <span>{option.text}</span>
            {option.hint && <span className="option-hint">{option.hint}</span>}
          </div>
        </div>
      ))}
      {options.length === 0 && (
        <p className="option-none" role="presentation">
          {waiting ? 'Looking…' : 'Nothing found'}
        </p>
      )}
    </div>
  )
}
