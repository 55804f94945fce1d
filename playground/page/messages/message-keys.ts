import type { KeyboardEvent, RefObject } from 'react'

/** Up and down walk from message to message, Home and End to the first and the last. */
export function useMessageKeys(list: RefObject<HTMLElement | null>) {
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const on = target.closest<HTMLElement>('[data-message]')
    if (target !== list.current && target !== on) return
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [])]
    const at = on ? all.indexOf(on) : all.length
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const message = all[Math.max(0, Math.min(next, all.length - 1))]
    message?.focus()
    message?.scrollIntoView({ block: 'nearest' })
  }
}
