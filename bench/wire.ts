/** HTTP/1.1 over plain sockets, kept alive, one request at a time on each: what sends must not cost what is measured. */
import { createHmac } from 'node:crypto'
import { connect } from 'node:net'

export type Body = { readonly text: string; readonly type: 'json' | 'form' }

const types = { json: 'application/json', form: 'application/x-www-form-urlencoded' }

/** A whole request, signed as Slack signs it: good for five minutes. */
export function signed({ text, type }: Body, secret: string): Buffer {
  const at = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex')
  return Buffer.from(
    [
      'POST /slack/events HTTP/1.1',
      'host: localhost',
      `content-type: ${types[type]}`,
      `content-length: ${Buffer.byteLength(text)}`,
      `x-slack-request-timestamp: ${at}`,
      `x-slack-signature: v0=${signature}`,
      '',
      text,
    ].join('\r\n'),
  )
}

/** Sends a request and resolves with the answer's status. */
export type Line = { send(request: Buffer): Promise<number>; end(): void }

export async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let got = ''
  let resolve: (status: number) => void = () => {}
  let reject: (error: Error) => void = () => {}
  socket.on('data', (part) => {
    got += part.toString('latin1')
    if (!isWhole(got)) return
    const status = Number(got.slice(9, 12))
    got = ''
    resolve(status)
  })
  socket.on('error', (error) => reject(error))
  socket.on('close', () => reject(new Error('the connection was closed')))
  return {
    send: (request) =>
      new Promise((...settle) => {
        ;[resolve, reject] = settle
        socket.write(request)
      }),
    end: () => socket.destroy(),
  }
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = answer.slice(0, end)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return answer.length >= end + 4 + Number(length)
  return /transfer-encoding: chunked/i.test(head) ? answer.endsWith('0\r\n\r\n') : true
}
