/** Votes as Slack sends them, one for each voter, signed beforehand; and where they are answered. */
import { performance } from 'node:perf_hooks'
import type { Json, PretendSlack } from '../playground/server/index.ts'
import type { Sent } from './load.ts'
import { openLine, signed } from './wire.ts'

/** A press in `Vote for…` that was sent once, made again by others, each for the next nominee. Answers go to `answersAt`. */
export function votesLike(
  sent: Json,
  {
    voterIds,
    nomineeIds,
    answersAt,
  }: { voterIds: readonly string[]; nomineeIds: readonly string[]; answersAt: string },
  secret: string,
): Buffer[] {
  const [action] = sent.actions as [Json]
  return voterIds.map((id, nth) => {
    const value = nomineeIds[nth % nomineeIds.length]
    const option = { text: { type: 'plain_text', text: value, emoji: false }, value }
    const body = {
      ...sent,
      user: { ...(sent.user as Json), id },
      response_url: `${answersAt}${nth}`,
      actions: [
        { ...action, selected_option: option, action_ts: `1800000000.${String(nth).padStart(6, '0')}` },
      ],
    }
    return signed({ type: 'form', text: `payload=${encodeURIComponent(JSON.stringify(body))}` }, secret)
  })
}

const HELLO = Buffer.from('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n')

/** Sends them, so many at a time. Throws when one is not acknowledged. */
export async function cast(port: number, requests: readonly Buffer[], atOnce: number): Promise<Sent> {
  const lines = await Promise.all(Array.from({ length: atOnce }, () => openLine(port)))
  // A busy server lets in one connection at a turn: a crowd at the door is not what is measured.
  await Promise.all(lines.map(({ send }) => send(HELLO)))
  const tookMs: number[] = []
  const waiting = requests.values()
  const began = performance.now()
  await Promise.all(
    lines.map(async ({ send }) => {
      for (const request of waiting) {
        const sentAt = performance.now()
        const status = await send(request)
        if (status !== 200) throw new Error(`a vote was answered ${status}`)
        tookMs.push(performance.now() - sentAt)
      }
    }),
  )
  const allMs = performance.now() - began
  for (const { end } of lines) end()
  return { tookMs, allMs }
}

/** A response_url for each voter, under Slack's own address. */
export function answersOf(slack: PretendSlack, name: string) {
  const path = `/answers/${name}/`
  const answers = new Map<string, string[]>()
  slack.alsoServe({
    request(request, response) {
      const { url = '' } = request
      if (!url.startsWith(path)) return false
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        answers.set(url, [...(answers.get(url) ?? []), body])
        response.end('ok')
      })
      return true
    },
    upgrade: () => false,
  })
  return {
    at: new URL(path, slack.apiUrl).href,
    /** By voter, each with all that they were answered. */
    all: (): string[][] => [...answers.values()],
  }
}
