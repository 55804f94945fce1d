import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PretendSlack } from '../index.ts'
import { readBytes } from './requests.ts'
import type { Outcome } from './shapes.ts'

/** A file that somebody picked in a form. */
export async function takeFile(slack: PretendSlack, request: IncomingMessage, url: URL): Promise<Outcome> {
  const person = slack.person(url.searchParams.get('as') ?? '')
  const name = url.searchParams.get('name') ?? 'file'
  const data = await readBytes(request)
  if (data.length === 0) return { ok: false, error: `${name} is empty. Choose another file.` }
  return { ok: true, fileId: person.upload({ name, data }) }
}

/** Pictures are shown in the page; anything else is only ever downloaded. */
export function sendFile(slack: PretendSlack, response: ServerResponse, id: string): void {
  const file = slack.file(id)
  if (file === undefined) return void response.writeHead(404).end()
  const picture = file.mimetype.startsWith('image/')
  response
    .writeHead(200, {
      'content-type': file.mimetype,
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    .end(file.data)
}
