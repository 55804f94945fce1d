import type { Update } from '../../server/page-api/shapes.ts'
import { applyUpdate } from './store.ts'

const RETRY_MS = 1000

/** Listens to what this person sees, until it is told to stop; connects again when the server comes back. */
export function listenAs(me: string): () => void {
  let stopped = false
  let socket: WebSocket
  let known = false
  const open = () => {
    const base = location.origin.replace(/^http/, 'ws')
    socket = new WebSocket(`${base}/page/live?as=${encodeURIComponent(me)}${known ? '&again=1' : ''}`)
    known = true
    socket.onmessage = ({ data }) => {
      if (!stopped) applyUpdate(JSON.parse(String(data)) as Update)
    }
    socket.onclose = () => {
      if (!stopped) setTimeout(() => stopped || open(), RETRY_MS)
    }
  }
  open()
  return () => {
    stopped = true
    socket.close()
  }
}
