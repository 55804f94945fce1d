import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { App } from '@slack/bolt'
import { sign } from '../../playground/server/delivery/http.ts'
import { readConfig } from '../../src/config.ts'
import { Problem } from '../../src/domain/problem.ts'
import { createMeter } from '../../src/meter.ts'
import type { OnMessage } from '../../src/slack/acts.ts'
import { createListen } from '../../src/slack/listen.ts'
import { slackLogger } from '../../src/slack/log.ts'
import { createConnection } from '../../src/slack/receiver.ts'
import { shortcuts } from '../../src/views/ids.ts'
import { notice, noticeModal } from '../../src/views/notice.ts'
import { atEnd, MODES, type Mode, slackWithPeople } from '../playground/support.ts'
import { slackOver } from './support/speaking.ts'

const manifest = 'manifest.yml'

/** The real wire and the real listeners' wrapper; what the shortcut does is given by the test. */
async function started(mode: Mode, run: (act: OnMessage) => Promise<void>) {
  const pretend = await slackWithPeople({ mode, manifest })
  const slack = slackOver(pretend)
  const { config, secrets } = readConfig(pretend.env())
  const meter = createMeter()
  const { identity, log, web } = slack
  const connection = createConnection({ config, secrets, identity, keep: async () => {}, log, meter })
  const { token = '', slackApiUrl } = web.interactive
  const bolt = new App({
    receiver: connection.receiver,
    authorize: async () => ({ botToken: token, botId: 'B1', botUserId: identity.botUserId }),
    clientOptions: { slackApiUrl },
    logger: slackLogger(log),
    convoStore: false,
  })
  createListen(bolt, slack, meter).shortcut(shortcuts.awardPrize, run)
  if (mode === 'socket') {
    await bolt.start()
    atEnd(async () => bolt.stop())
    await pretend.connected()
  } else {
    const server = createServer((request, response) => connection.handle?.(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    atEnd(async () => {
      server.closeAllConnections()
      server.close()
    })
    pretend.appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  return { pretend, bolt, alice: pretend.person('UALICE'), bob: pretend.person('UBOB') }
}

describe.each(MODES)('a shortcut in a message’s menu, over %s,', (mode) => {
  test('says whose message it is, and where, and answers only who chose it', async () => {
    const heard: OnMessage[] = []
    const { alice, bob, pretend } = await started(mode, async (act) => {
      heard.push(act)
      await act.answer(notice('Which prize?'))
    })
    const parent = await alice.says('COTHER', 'Thanks to all')
    const reply = await alice.says('COTHER', 'And thanks to Bob', { thread: parent.ts })
    await alice.shortcut(shortcuts.awardPrize, reply)
    await pretend.until(() => alice.ephemerals().length === 1)
    expect(heard[0]?.actor).toMatchObject({ id: 'UALICE', key: expect.stringContaining('prize.award') })
    expect(heard[0]?.message).toEqual({
      channel: 'COTHER',
      ts: reply.ts,
      threadTs: parent.ts,
      text: 'And thanks to Bob',
      userId: 'UALICE',
    })
    expect(alice.ephemerals()[0]).toMatchObject({ channel: 'COTHER', thread_ts: parent.ts })
    expect(JSON.stringify(alice.ephemerals())).toContain('Which prize?')
    expect(bob.ephemerals()).toEqual([])
    expect(pretend.refused()).toEqual([])
  })

  test('opens a form', async () => {
    const { alice, pretend } = await started(mode, ({ open, look }) =>
      open(noticeModal('Which prize?', look)),
    )
    const message = await alice.says('CCHEERS', 'Bob stayed two hours longer.')
    expect((await alice.shortcut(shortcuts.awardPrize, message)).ok).toBe(true)
    expect((await alice.nextModal()).blocks).not.toEqual([])
    expect(pretend.refused()).toEqual([])
  })

  test('says what is wrong, and what to do instead', async () => {
    const { alice, pretend } = await started(mode, async () => {
      throw new Problem('forbidden', 'host.only')
    })
    const message = await alice.says('CCHEERS', 'Bob stayed two hours longer.')
    await alice.shortcut(shortcuts.awardPrize, message)
    await pretend.until(() => alice.ephemerals().length === 1)
    expect(JSON.stringify(alice.ephemerals())).toContain('Only hosts can do this')
  })
})

test('that Slack does not wait any more when a request is answered after three seconds is no fault', async () => {
  const { pretend, bolt } = await started('http', async () => {})
  const late = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<unknown>()
  bolt.command('/wow', async ({ ack }) => {
    await late.promise
    answered.resolve(await ack().catch((error: unknown) => error))
  })
  // Slack itself hangs up a moment earlier.
  const body = 'command=%2Fwow&text=&user_id=UALICE&channel_id=CCHEERS&trigger_id=1.2&response_url=x'
  const type = 'application/x-www-form-urlencoded'
  const headers = { 'content-type': type, ...sign(pretend.signingSecret, body) }
  expect((await fetch(`${pretend.appUrl}/slack/events`, { method: 'POST', headers, body })).status).toBe(503)
  late.resolve()
  expect(await answered.promise).toBeUndefined()
})
