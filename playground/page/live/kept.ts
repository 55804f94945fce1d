import { useState } from 'react'

/** A small thing that this browser remembers. */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, set] = useState<T>(() => read(key, initial))
  return [
    value,
    (next) => {
      localStorage.setItem(`plaudit.${key}`, JSON.stringify(next))
      set(next)
    },
  ]
}

function read<T>(key: string, initial: T): T {
  try {
    const kept = localStorage.getItem(`plaudit.${key}`)
    return kept === null ? initial : (JSON.parse(kept) as T)
  } catch {
    return initial
  }
}
