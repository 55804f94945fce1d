import type { KeyboardEvent } from 'react'

type Props<Key extends string> = {
  label: string
  tabs: { key: Key; label: string }[]
  at: Key
  onGo(key: Key): void
}

export function Tabs<Key extends string>({ label, tabs, at, onGo }: Props<Key>) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const index = tabs.findIndex(({ key }) => key === at)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (!next) return
    onGo(next.key)
    document.getElementById(`tab-${next.key}`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          id={`tab-${tab.key}`}
          aria-selected={tab.key === at}
          aria-controls={tab.key === at ? `panel-${tab.key}` : undefined}
          tabIndex={tab.key === at ? 0 : -1}
          onClick={() => onGo(tab.key)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
