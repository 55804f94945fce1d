/** Who holds connections without saying anything, or says it letter by letter. */
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { answer, close, createHttpServer, listen, readJson } from '../../src/http/server.ts'

const patience = { headersMs: 300, requestMs: 700, lookMs: 50, connections: 30 }

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function openServer() {
  const server = createHttpServer(
    () => ({
      'GET /': (_, response) => answer(response, 200, 'here'),
      'POST /': async (request, response) => answer(response, 200, { read: await readJson(request) }),
    }),
    () => {}, // a body that was cut off cannot be read
    patience,
  )
  const port = await listen(server, 0, '127.0.0.1')
  cleanups.push(async () => {
    server.closeAllConnections()
    await close(server)
  })
  return { port, isServed: async () => (await fetch(`http://127.0.0.1:${port}/`)).status === 200 }
}

/** Writes the beginning at once, and then a letter now and again. @returns after how many milliseconds it was cut off */
function trickle(port: number, beginning: string, letter: string): Promise<number> {
  const began = performance.now()
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(beginning))
    const timer = setInterval(() => letter && socket.writable && socket.write(letter), 40)
    socket.on('error', () => {})
    socket.resume()
    socket.on('close', () => {
      clearInterval(timer)
      resolve(performance.now() - began)
    })
  })
}

describe('a connection', () => {
  test.each([
    ['says nothing', '', ''],
    ['never ends its first line', 'GET /', 'x'],
    ['never ends its headers', 'GET / HTTP/1.1\r\nhost: x\r\nx-long: ', 'x'],
    ['never ends its body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10000\r\n\r\n', ' '],
    [
      'never ends its chunks',
      'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\nx\r\n',
    ],
    ['stops in its body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10000\r\n\r\n{', ''],
  ])('that %s is cut off in time, and others are served meanwhile', async (_, beginning, letter) => {
    const { port, isServed } = await openServer()
    const slow = Array.from({ length: 20 }, () => trickle(port, beginning, letter))
    expect(await isServed()).toBe(true)
    for (const ms of await Promise.all(slow))
      expect(ms).toBeLessThan(patience.requestMs + 10 * patience.lookMs)
    expect(await isServed()).toBe(true)
  })

  test('too many is closed at once, and makes room for nobody’s harm', async () => {
    const { port, isServed } = await openServer()
    const held = Array.from({ length: patience.connections }, () => trickle(port, '', ''))
    expect(await trickle(port, '', '')).toBeLessThan(patience.headersMs)
    await Promise.all(held)
    expect(await isServed()).toBe(true)
  })

  test('has headers of 16 KiB at most', async () => {
    const { port } = await openServer()
    expect(await trickle(port, `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}`, '')).toBeLessThan(
      patience.headersMs,
    )
  })
})
