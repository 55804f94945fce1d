import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Json, present } from '../json.ts'
import type { World } from '../world.ts'
import { answer } from './answer.ts'
import { readArguments, readBody, readToken, readUpload } from './body.ts'
import { call } from './call.ts'
import { uploadsOf } from './files.ts'
import type { Methods } from './method.ts'
import { respond } from './respond.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Slack's side of HTTP: the Web API, response_urls, and files in and out. */
export function createHandler(world: World, methods: Methods): Handler {
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://slack').pathname
    const [, first = '', ...rest] = path.split('/')
    const last = rest.at(-1) ?? ''
    if (first === 'api') return webApi(world, methods, request, response, rest.join('/'))
    if (first === 'response') return responseUrl(world, request, response, last)
    if (first === 'upload') return upload(world, request, response, last)
    if (first === 'files-pri') return download(world, request, response, rest[0] ?? '')
    response.writeHead(404).end()
  }
  return (request, response) => {
    route(request, response).catch((error: unknown) => {
      console.error('The pretend Slack broke:', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  }
}

async function webApi(
  world: World,
  methods: Methods,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const args = readArguments(request, await readBody(request))
  const token = readToken(request, args)
  const entry = world.log.begin('to slack', 'web_api', name, readable(args))
  await answer(world, response, entry, world.faults.take(name, args), () =>
    call(world, methods, name, token, args),
  )
}

async function responseUrl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const args = readArguments(request, await readBody(request))
  const entry = world.log.begin('to slack', 'response_url', 'response_url', readable(args))
  await answer(world, response, entry, world.faults.take('response_url', args), async () =>
    respond(world, id, args),
  )
}

async function upload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const data = await readUpload(request)
  const entry = world.log.begin('to slack', 'upload', 'upload', { file: id, bytes: data.length })
  await answer(world, response, entry, world.faults.take('upload', {}), async () => {
    const known = uploadsOf(world).get(id)
    if (known === undefined || data.length !== known.length)
      return {
        status: 400,
        headers: {},
        body: { ok: false, error: known ? 'wrong_length' : 'file_not_found' },
      }
    known.data = data
    return { status: 200, headers: {}, body: { ok: true } }
  })
}

async function download(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  place: string,
): Promise<void> {
  const id = place.split('-').at(-1) ?? ''
  const entry = world.log.begin('to slack', 'download', 'download', { file: id })
  const file = world.workspace.files.get(id)
  const allowed = readToken(request, {}) === world.tokens.bot && world.tokens.scopes.has('files:read')
  if (file === undefined || !allowed) {
    // Slack shows a sign-in page instead of the file, with status 200 after redirects.
    const page = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head></html>'
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    const error = file ? 'not allowed to download' : 'file_not_found'
    return world.log.end(entry, { status: 200, error, refused: true })
  }
  const fault = world.faults.take('download', {})
  if (fault)
    return answer(world, response, entry, fault, async () => ({ status: 200, headers: {}, body: {} }))
  response
    .writeHead(200, { 'content-type': file.mimetype, 'content-length': file.data.length })
    .end(file.data)
  world.log.end(entry, { status: 200 })
}

/** Arguments as a reader of the log wants them: JSON texts opened, the token left out. */
function readable(args: Json): Json {
  const opened = Object.entries(args).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' && /^[[{]/.test(value) ? openJson(value) : value,
  ])
  return present({ ...Object.fromEntries(opened), token: undefined })
}

function openJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
