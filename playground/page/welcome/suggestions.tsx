import { useKept } from '../live/kept.ts'
import { useSeen } from '../live/store.ts'
import { Icon } from '../ui/icons.tsx'
import { useWelcome } from './welcome.ts'

/** On the first visit: a few things to try. Each goes when it was tried; all of them go for good. */
export function Suggestions() {
  const [tried, setTried] = useKept<string[]>('tried', [])
  const movable = useSeen(({ clock }) => clock.movable)
  const all = useWelcome().filter(({ key }) => key !== 'friday' || movable)
  const left = all.filter(({ key }) => !tried.includes(key))
  if (left.length === 0) return null
  return (
    <section className="welcome" aria-label="Things to try">
      <h2>New here? Try this</h2>
      <button
        type="button"
        className="quiet"
        aria-label="Hide these suggestions for good"
        onClick={() => setTried(all.map(({ key }) => key))}
      >
        <Icon name="close" />
      </button>
      <div className="welcome-cards">
        {left.map(({ key, sign, title, does, go }) => (
          <button
            key={key}
            type="button"
            className="welcome-card"
            onClick={() => {
              setTried([...tried, key])
              go()
            }}
          >
            <span className="welcome-sign" aria-hidden="true">
              {sign}
            </span>
            <span>
              <strong>{title}</strong>
              <span className="faint">{does}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}
