import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Something else that is served under Slack's address, such as the page; each says whether a request was its own. */
export type Door = {
  request(request: IncomingMessage, response: ServerResponse): boolean
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}

export type Doors = {
  add(door: Door): void
  request(request: IncomingMessage, response: ServerResponse): void
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/** Asks the doors that were added, and Slack itself when none of them takes it. */
export function createDoors(slack: Pick<Doors, 'request' | 'upgrade'>): Doors {
  const doors: Door[] = []
  return {
    add: (door) => void doors.push(door),
    request(request, response) {
      if (!doors.some((door) => door.request(request, response))) slack.request(request, response)
    },
    upgrade(request, socket, head) {
      if (!doors.some((door) => door.upgrade(request, socket, head))) slack.upgrade(request, socket, head)
    },
  }
}
