import type { ShownView } from '../../server/page-api/shapes.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceContext } from '../elements/surface.ts'
import { useViewSurface } from '../elements/use-surface.ts'
import { useSeen } from '../live/store.ts'

export function AppHome() {
  const home = useSeen((state) => state.home)
  const name = useSeen(({ app }) => app.name)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="home" aria-label="Home" tabIndex={0}>
      <h2 className="sr-only">Home</h2>
      {home ? (
        <HomeView key={home.id} view={home} />
      ) : (
        <p className="empty">{name} has put nothing here yet.</p>
      )}
    </section>
  )
}

function HomeView({ view }: { view: ShownView }) {
  const surface = useViewSurface(view)
  return (
    <SurfaceContext value={surface}>
      <Blocks blocks={view.blocks} />
    </SurfaceContext>
  )
}
