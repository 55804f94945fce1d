import type { MouseEvent, ReactNode } from 'react'
import { useNav } from '../live/nav.ts'
import { showMessage } from '../messages/show-message.ts'

type Props = { href: string; children: ReactNode }

/** A link: to another page in a tab of its own, to a message of this workspace right here. */
export function MessageLink({ href, children }: Props) {
  const nav = useNav()
  const [, channel, seconds, micros] = href.match(/\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})/) ?? []
  if (channel === undefined)
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  const thread = new URL(href).searchParams.get('thread_ts')
  const open = (event: MouseEvent) => {
    event.preventDefault()
    nav.go(channel)
    if (thread) nav.openThread(thread)
    void showMessage(`${seconds}.${micros}`)
  }
  return (
    <a href={href} onClick={open}>
      {children}
    </a>
  )
}
