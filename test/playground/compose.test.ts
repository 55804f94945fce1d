import { expect, test } from '@jest/globals'
import { compose } from '../../playground/server/page-api/compose.ts'
import { slackWithPeople } from './support.ts'

const elements = ({ blocks }: ReturnType<typeof compose>): unknown => {
  const [block] = blocks as { elements: { elements: unknown }[] }[]
  return block?.elements[0]?.elements
}

test('names, channels, addresses and emoji become what they are in Slack', async () => {
  const slack = await slackWithPeople()
  const said = compose(
    slack,
    'Thanks @Bob Baker and @alice, see #celebrations :tada: https://example.com/a?b=1 & more',
  )
  expect(said.text).toBe(
    'Thanks <@UBOB> and <@UALICE>, see <#CCHEERS> :tada: <https://example.com/a?b=1> &amp; more',
  )
  expect(elements(said)).toEqual([
    { type: 'text', text: 'Thanks ' },
    { type: 'user', user_id: 'UBOB' },
    { type: 'text', text: ' and ' },
    { type: 'user', user_id: 'UALICE' },
    { type: 'text', text: ', see ' },
    { type: 'channel', channel_id: 'CCHEERS' },
    { type: 'text', text: ' ' },
    { type: 'emoji', name: 'tada' },
    { type: 'text', text: ' ' },
    { type: 'link', url: 'https://example.com/a?b=1' },
    { type: 'text', text: ' & more' },
  ])
})

test('what only looks like a mention stays as it was typed', async () => {
  const slack = await slackWithPeople()
  const typed = 'mail bob@bob.example, @bobby, #nowhere, 10:30 and <b>'
  expect(elements(compose(slack, typed))).toEqual([{ type: 'text', text: typed }])
})
