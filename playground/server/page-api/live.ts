import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Change, PretendSlack } from '../index.ts'
import type { PageParts } from './page.ts'
import type { State, Update } from './shapes.ts'
import { shownMessage, wireLine } from './shown.ts'
import * as state from './state.ts'

type Part = 'people' | 'places' | 'ephemerals' | 'forms' | 'read' | 'clock' | 'connections' | 'faults'
type Viewer = { socket: WebSocket; me: string; stale: Set<Part> }

/** Open pages, each told what changes for the person it shows. */
export type Live = {
  /** `again`: the same page, connecting once more; a page just opened shows no forms, as in Slack. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, me: string, again: boolean): void
  refresh(part: Part, me?: string): void
  stop(): void
}

export function createLive(slack: PretendSlack, parts: () => PageParts): Live {
  const server = new WebSocketServer({ noServer: true })
  const viewers = new Set<Viewer>()

  const send = (viewer: Viewer, update: Update) => viewer.socket.send(JSON.stringify(update))
  const flush = () => {
    for (const viewer of viewers) {
      if (viewer.stale.size === 0) continue
      const fresh = [...viewer.stale].map((part) => RENDER[part](parts(), viewer.me))
      viewer.stale.clear()
      send(viewer, { kind: 'state', part: Object.assign({}, ...fresh) })
    }
  }
  const refresh = (part: Part, me?: string) => {
    setImmediate(flush)
    for (const viewer of viewers) if (me === undefined || viewer.me === me) viewer.stale.add(part)
  }
  const tell = (change: Change) => {
    if (change.kind === 'wire') {
      const line = wireLine(change.entry)
      for (const viewer of viewers) send(viewer, { kind: 'wire', line })
    } else if (change.kind === 'message' || change.kind === 'reaction') {
      for (const viewer of viewers) tellMessage(viewer, change.channel, change.ts)
      if ('thread' in change && change.thread)
        for (const viewer of viewers) tellMessage(viewer, change.channel, change.thread)
    } else refresh(PARTS[change.kind], 'user' in change && change.kind !== 'person' ? change.user : undefined)
  }
  const tellMessage = (viewer: Viewer, channel: string, ts: string) => {
    if (!state.sees(slack, slack.channel(channel), viewer.me)) return
    const message = slack.message(channel, ts)
    send(viewer, {
      kind: 'message',
      channel,
      ts,
      message: message ? shownMessage(slack, message) : null,
    })
  }

  const stopListening = slack.onChange(tell)
  return {
    refresh,
    upgrade(request, socket, head, me, again) {
      server.handleUpgrade(request, socket, head, (opened) => {
        const alone = ![...viewers].some((viewer) => viewer.me === me)
        if (alone && !again && slack.person(me).modal()) void slack.person(me).close({ all: true })
        const viewer: Viewer = { socket: opened, me, stale: new Set() }
        viewers.add(viewer)
        opened.on('close', () => viewers.delete(viewer))
        opened.on('error', () => opened.terminate())
        send(viewer, { kind: 'state', part: state.stateFor(parts(), me) })
      })
    },
    stop() {
      stopListening()
      for (const { socket } of viewers) socket.terminate()
      server.close()
    },
  }
}

const PARTS: Record<Exclude<Change['kind'], 'wire' | 'message' | 'reaction'>, Part> = {
  ephemeral: 'ephemerals',
  view: 'forms',
  home: 'forms',
  person: 'people',
  group: 'people',
  channel: 'places',
  socket: 'connections',
}

const RENDER: Record<Part, (parts: PageParts, me: string) => Partial<State>> = {
  people: (parts) => state.people(parts),
  places: ({ slack }, me) => state.places(slack, me),
  ephemerals: ({ slack }, me) => ({ ephemerals: state.ephemerals(slack, me) }),
  forms: ({ slack }, me) => state.forms(slack, me),
  read: ({ reads }, me) => ({ read: reads.of(me) }),
  clock: (parts) => ({ clock: state.clock(parts) }),
  connections: ({ slack }) => ({ connections: state.connections(slack) }),
  faults: ({ faults }) => ({ faults: faults.switches() }),
}
