import { codePoints } from '../live/json.ts'

/** How much of a limit is used; quiet until it matters. */
export function Counter({ text, max }: { text: string; max: number | undefined }) {
  if (max === undefined || text === '') return null
  const used = codePoints(text)
  const over = used > max
  return (
    <p className={`counter${over ? ' over' : ''}`}>
      <span className="sr-only">{over ? 'Too long: ' : 'Used: '}</span>
      {used} / {max}
    </p>
  )
}
