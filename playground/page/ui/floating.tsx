import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'

type Props = {
  anchor: RefObject<HTMLElement | null>
  children: ReactNode
  /** `stretch` is as wide as its anchor. */
  align?: 'start' | 'end' | 'stretch'
  className?: string
  /** A press outside of it and its anchor. */
  onLeave?: () => void
}

const GAP = 4
const MARGIN = 8

/** Something over the page, beside its anchor: below when there is room, else above. */
export function Floating({ anchor, children, align = 'start', className = '', onLeave }: Props) {
  const self = useRef<HTMLDivElement>(null)
  const leave = useRef(onLeave)
  leave.current = onLeave
  useLayoutEffect(() => {
    const box = self.current
    const at = anchor.current
    if (!box || !at) return
    box.showPopover()
    const put = () => place(box, at, align)
    put()
    const watch = new ResizeObserver(put)
    watch.observe(box)
    watch.observe(at)
    const outside = (event: PointerEvent) => {
      const target = event.target as Node
      if (!box.contains(target) && !at.contains(target)) leave.current?.()
    }
    addEventListener('scroll', put, true)
    addEventListener('resize', put)
    document.addEventListener('pointerdown', outside)
    return () => {
      watch.disconnect()
      removeEventListener('scroll', put, true)
      removeEventListener('resize', put)
      document.removeEventListener('pointerdown', outside)
    }
  }, [anchor, align])
  return (
    <div ref={self} popover="manual" className={`floating ${className}`}>
      {children}
    </div>
  )
}

function place(box: HTMLElement, anchor: HTMLElement, align: NonNullable<Props['align']>): void {
  const at = anchor.getBoundingClientRect()
  if (align === 'stretch') box.style.width = `${at.width}px`
  const below = innerHeight - at.bottom - GAP - MARGIN
  const above = at.top - GAP - MARGIN
  const height = box.scrollHeight
  const up = height > below && above > below
  box.style.maxHeight = `${Math.max(120, up ? above : below)}px`
  const shown = Math.min(height, up ? above : below)
  box.style.top = `${Math.max(MARGIN, up ? at.top - GAP - shown : at.bottom + GAP)}px`
  const left = align === 'end' ? at.right - box.offsetWidth : at.left
  box.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - box.offsetWidth - MARGIN))}px`
}
