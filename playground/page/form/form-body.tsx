import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ShownView } from '../../server/page-api/shapes.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceContext } from '../elements/surface.ts'
import { useViewSurface } from '../elements/use-surface.ts'
import { act } from '../live/act.ts'
import { useSeen } from '../live/store.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'
import { whisper } from '../ui/notice.tsx'
import { beginAtTop, focusFirstError } from './focus.ts'

type Props = {
  view: ShownView
  /** Set on the form on top alone. */
  titleId: string | undefined
  deep: boolean
  close(all: boolean): void
}

export function FormBody({ view, titleId, deep, close }: Props) {
  const surface = useViewSurface(view)
  const [own, setOwn] = useState<{ errors: Record<string, string>; hash: string } | null>(null)
  const [sending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const appId = useSeen(({ app }) => app.userId)
  const onTop = titleId !== undefined
  const errors = own && own.hash === view.hash ? { ...view.errors, ...own.errors } : view.errors

  // Another title: another form took the place of this one, and is read from its beginning.
  const { title } = view
  useEffect(() => {
    if (onTop && title) beginAtTop(form.current)
  }, [onTop, title])

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (sending) return
    setSending(true)
    const outcome = await act({ do: 'submit', view: view.id, fields: surface.fields() })
    setSending(false)
    setOwn({ errors: outcome.errors ?? {}, hash: view.hash })
    const [first] = Object.values(outcome.errors ?? {})
    if (first === undefined) return
    whisper(first)
    requestAnimationFrame(() => focusFirstError(form.current))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit(event)
  }

  return (
    <form ref={form} className="form" hidden={!onTop} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <header className="form-head">
        <Avatar id={appId} size="s" />
        <h2 id={titleId}>{view.title}</h2>
        <button type="button" className="quiet" aria-label="Close" onClick={() => close(true)}>
          <Icon name="close" />
        </button>
      </header>
      {view.trouble && (
        <p className="form-trouble" role="alert">
          {view.trouble}
        </p>
      )}
      <div className="form-scroll" tabIndex={-1}>
        <SurfaceContext value={{ ...surface, errors }}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => close(false)}>
          {view.close ?? (deep ? 'Back' : 'Cancel')}
        </button>
        {view.submit && (
          <button type="submit" className="button primary" aria-disabled={sending || undefined}>
            {sending && <span className="spinner" aria-hidden="true" />}
            {view.submit}
          </button>
        )}
      </footer>
    </form>
  )
}
