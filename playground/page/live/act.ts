import type { Act, Outcome, WireDetail } from '../../server/page-api/shapes.ts'
import { say } from '../ui/notice.tsx'
import { seen } from './store.ts'

type Distribute<T> = T extends unknown ? Omit<T, 'as'> : never
export type MyAct = Distribute<Act>

/** Does something as the person the page shows. What went wrong is said in a notice, and returned. */
export async function act(doing: MyAct): Promise<Outcome> {
  return told(fetch('/page/act', post({ 'content-type': 'application/json' }, { as: seen().me, ...doing })))
}

/** Uploads a file into a form; its id is the field's value. */
export async function uploadFile(file: File): Promise<Outcome> {
  const address = `/page/files?as=${seen().me}&name=${encodeURIComponent(file.name)}`
  return told(fetch(address, { method: 'POST', body: file }))
}

export async function wireDetail(id: number): Promise<WireDetail> {
  const response = await fetch(`/page/wire/${id}`)
  return response.json() as Promise<WireDetail>
}

const post = (headers: Record<string, string>, body: object): RequestInit => ({
  method: 'POST',
  headers,
  body: JSON.stringify(body),
})

async function told(asked: Promise<Response>): Promise<Outcome> {
  try {
    const outcome = (await (await asked).json()) as Outcome
    if (outcome.error) say(outcome.error)
    return outcome
  } catch {
    const error = 'The playground is not running any more. Start it again with npm run demo.'
    say(error)
    return { ok: false, error }
  }
}
