import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { asObject, type Json, parseJson } from '../json.ts'

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Arguments as Slack takes them: in the address, as a form, or as JSON. */
export function readArguments(request: IncomingMessage, body: Buffer): Json {
  const query = new URL(request.url ?? '/', 'http://slack').searchParams
  const type = request.headers['content-type'] ?? ''
  const text = body.toString('utf8')
  const sent = type.includes('json')
    ? asObject(parseJson(text))
    : Object.fromEntries(new URLSearchParams(text))
  return { ...Object.fromEntries(query), ...sent }
}

/** The bytes of an uploaded file, sent as they are or as a multipart form. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return readBody(request)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const form = busboy({ headers: request.headers })
    form.on('file', (_name, stream) => stream.on('data', (chunk: Buffer) => chunks.push(chunk)))
    form.on('close', () => resolve(Buffer.concat(chunks)))
    form.on('error', reject)
    request.pipe(form)
  })
}

/** The bearer token, from the header or, as old clients do, from the arguments. */
export function readToken(request: IncomingMessage, args: Json): string | undefined {
  const header = request.headers.authorization
  if (header?.startsWith('Bearer ')) return header.slice('Bearer '.length)
  return typeof args.token === 'string' ? args.token : undefined
}
