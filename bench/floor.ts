/**
 * The floor: the least that a Bolt app can be. It checks signatures and acknowledges, and keeps nothing. What Plaudit does
 * is measured beside it in the same run, because machines and their moods differ.
 */
import { App, HTTPReceiver } from '@slack/bolt'

const receiver = new HTTPReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET ?? '' })
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-floor', botId: 'B1', botUserId: 'U1' }),
  convoStore: false,
})
app.event('reaction_added', async () => {})
app.view(/.*/, async ({ ack }) => ack())
const server = await app.start(0)
const address = server.address()
console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : 0, msg: 'ready' }))

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ memory: process.memoryUsage().rss, cpu: user + system })
})
