import { createContext, useContext, useLayoutEffect } from 'react'
import { useKept } from '../live/kept.ts'
import { useMedia } from './media.ts'

export type Theme = 'light' | 'dark'

export const ThemeContext = createContext<Theme>('light')
export const useTheme = (): Theme => useContext(ThemeContext)

/** The system's choice, until the person switches. */
export function useThemeChoice(): [Theme, () => void] {
  const system: Theme = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light'
  const [kept, keep] = useKept<Theme | null>('theme', null)
  const theme = kept ?? system
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return [theme, () => keep(theme === 'dark' ? 'light' : 'dark')]
}
