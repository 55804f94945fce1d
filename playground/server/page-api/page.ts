import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PretendSlack } from '../index.ts'
import { perform } from './acts.ts'
import { type Bundle, bundlePage } from './bundle.ts'
import { sendFile, takeFile } from './files.ts'
import { createLive, type Live } from './live.ts'
import { createReads, type Reads } from './reads.ts'
import { readJson, sendJson } from './requests.ts'
import type { Act, Mail, MailAnswer, Outcome } from './shapes.ts'
import { wireDetail } from './shown.ts'
import { createTrouble, type Trouble } from './trouble.ts'

/** Civil time of the playground, milliseconds; without `set` it cannot be moved. */
export type PageClock = { now(): number; set?: (at: number) => Promise<void> }
/** Whom a visitor can be, and what the switch says about them. */
export type CastMember = { id: string; role: string }

/** Sends what customers write to the app, which lets it wait in that channel. */
export type PageMailbox = { send(mail: Mail): Promise<MailAnswer>; lettersIn: string }

export type PageOptions = { cast: CastMember[]; clock?: PageClock; mailbox?: PageMailbox }

export type PageParts = {
  slack: PretendSlack
  cast: CastMember[]
  clock: PageClock
  reads: Reads
  faults: Trouble
  mailbox: PageMailbox | undefined
  live: Live
}

export type Page = {
  /** What to open in a browser. */
  url: string
  /** Everybody has read everything that is there. */
  markAllRead(): void
  stop(): void
}

/** Serves the page under Slack's own address. */
export async function openPage(slack: PretendSlack, options: PageOptions): Promise<Page> {
  const bundle = await bundlePage()
  const parts: PageParts = {
    slack,
    cast: options.cast,
    clock: options.clock ?? { now: Date.now },
    reads: createReads(),
    faults: createTrouble(slack),
    mailbox: options.mailbox,
    live: createLive(slack, () => parts),
  }
  slack.alsoServe({
    request(request, response) {
      const url = new URL(request.url ?? '/', 'http://page')
      if (url.pathname !== '/' && !url.pathname.startsWith('/page/')) return false
      answer(parts, bundle, request, response, url).catch((error: unknown) => {
        sendJson(response, 200, { ok: false, error: error instanceof Error ? error.message : String(error) })
      })
      return true
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://page')
      if (url.pathname !== '/page/live') return false
      const me = url.searchParams.get('as') ?? ''
      const known = slack.people().some(({ id }) => id === me) ? me : (options.cast[0]?.id ?? '')
      parts.live.upgrade(request, socket, head, known, url.searchParams.has('again'))
      return true
    },
  })
  return {
    url: slack.apiUrl.replace(/api\/$/, ''),
    markAllRead() {
      for (const { id } of options.cast)
        for (const channel of slack.channels())
          parts.reads.mark(id, channel.id, slack.messages(channel.id).at(-1)?.ts ?? '')
      // Whoever opened the page while the past was told saw an earlier hour.
      parts.live.refresh('read')
      parts.live.refresh('clock')
    },
    stop: () => parts.live.stop(),
  }
}

async function answer(
  parts: PageParts,
  bundle: Bundle,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const asset = bundle.get(url.pathname)
  if (asset) {
    response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-store' }).end(asset.body)
    return
  }
  const [, , place, id = ''] = url.pathname.split('/')
  if (place === 'act' && request.method === 'POST')
    return sendJson(response, 200, await perform(parts, (await readJson(request)) as Act))
  if (place === 'files' && request.method === 'POST')
    return sendJson(response, 200, (await takeFile(parts.slack, request, url)) satisfies Outcome)
  if (place === 'files') return sendFile(parts.slack, response, id)
  if (place === 'wire') {
    const entry = parts.slack.log().find((line) => line.id === Number(id))
    return entry ? sendJson(response, 200, wireDetail(entry)) : sendJson(response, 404, { ok: false })
  }
  response.writeHead(404).end()
}
