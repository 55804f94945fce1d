/** Sends, and says what came back; over connections that stay open, as Slack's do. */
import { Agent, request } from 'node:http'
import type { Request } from './requests.ts'

export type Answer = { readonly status: number | 'none'; readonly ms: number; readonly text: string }

/** Slack waits three seconds. This waits longer, to tell a busy machine from a request that is never answered. */
const PATIENCE_MS = 30_000
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** A connection that was closed while it was idle is no answer: then it is sent over another one. */
export async function send(url: string, one: Request): Promise<Answer> {
  for (;;) {
    const answer = await sendOnce(url, one)
    if (answer !== 'closed before') return answer
  }
}

function sendOnce(url: string, { path, headers, body }: Request): Promise<Answer | 'closed before'> {
  const began = performance.now()
  return new Promise((resolve) => {
    const end = (status: Answer['status'], text = '') =>
      resolve({ status, text, ms: performance.now() - began })
    const sending = request(
      `${url}${path}`,
      { agent, method: 'POST', headers, timeout: PATIENCE_MS },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          if (text.length < 2_000) text += part
        })
        response.on('end', () => end(response.statusCode ?? 'none', text))
        response.on('error', (error) => end('none', error.message))
      },
    )
    sending.on('timeout', () => sending.destroy(new Error('no answer')))
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (sending.reusedSocket && error.code === 'ECONNRESET') resolve('closed before')
      else end('none', error.message)
    })
    sending.end(body)
  })
}

export const hangUp = (): void => agent.destroy()
