import { useId } from 'react'
import type { ShownView } from '../../server/page-api/shapes.ts'
import { act } from '../live/act.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormBody } from './form-body.tsx'

/** A stack of forms in one window: a later one covers the one before it. */
export function Form({ views }: { views: ShownView[] }) {
  const titleId = useId()
  const top = views.at(-1)
  const close = (all: boolean) => void act({ do: 'close', all })
  return (
    <Dialog labelledBy={titleId} className="form-dialog" onClose={() => close(false)}>
      {views.map((view) => (
        <FormBody
          key={view.id}
          view={view}
          titleId={view === top ? titleId : undefined}
          deep={views.length > 1}
          close={close}
        />
      ))}
    </Dialog>
  )
}
