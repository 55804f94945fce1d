import { useEffect, useRef, useState } from 'react'
import type { Json } from '../../server/page-api/shapes.ts'

export type PickerOption = {
  key: string
  text: string
  hint?: string | undefined
  group?: string | undefined
  /** The option as the app gave it. */
  json?: Json
}

/** Finds among what is known, or asks somebody who knows. */
export type Search =
  | { known: (text: string) => PickerOption[] }
  | { asked: (text: string) => Promise<PickerOption[]> }

const PATIENCE_MS = 150

/** The options for what was typed: at once when they are known, and after a short pause when somebody is asked. */
export function useOptions(
  search: Search,
  text: string | null,
): { options: PickerOption[]; waiting: boolean } {
  const [answer, setAnswer] = useState<{ text: string; options: PickerOption[] } | null>(null)
  const asked = useRef(search)
  asked.current = search
  useEffect(() => {
    const now = asked.current
    if (text === null) return setAnswer(null)
    if ('known' in now) return
    let late = false
    const ask = async () => {
      const options = await now.asked(text)
      if (!late) setAnswer({ text, options })
    }
    const timer = setTimeout(ask, text === '' ? 0 : PATIENCE_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [text])
  if (text === null) return { options: [], waiting: false }
  if ('known' in search) return { options: search.known(text), waiting: false }
  return { options: answer?.options ?? [], waiting: answer?.text !== text }
}
