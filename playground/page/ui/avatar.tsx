import { useSeen } from '../live/store.ts'

/** A person's initials on a colour of their own; the app shows clapping hands. */
export function Avatar({ id, size = 'm' }: { id: string; size?: 's' | 'm' | 'l' }) {
  const person = useSeen(({ people }) => people.find((entry) => entry.id === id))
  const isApp = useSeen(({ app }) => app.userId === id)
  if (isApp) return <span className={`avatar avatar-${size} avatar-app`} data-sign="👏" aria-hidden="true" />
  return (
    <span
      className={`avatar avatar-${size} avatar-${hueOf(id)}`}
      data-sign={initials(person?.realName ?? '?')}
      aria-hidden="true"
    />
  )
}

const HUES = 6

const hueOf = (id: string): number =>
  [...id].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % HUES

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase()
