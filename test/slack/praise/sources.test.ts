import { expect, test } from '@jest/globals'
import { startTriage, WORDS } from './support.ts'

test('a host makes a source a new secret, and closes it; nobody else can', async () => {
  const { dave, alice, slack, token: old } = await startTriage()
  const asks = async (token: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const body = JSON.stringify({ words: WORDS })
    return (await fetch(`${slack.appUrl}/praise`, { method: 'POST', headers, body })).status
  }
  const presses = (action: string) =>
    dave.seesChange(async () => {
      const list = dave.slack.modal()
      if (list) await dave.presses(list, action)
    })
  await alice.runs('/wow sources')
  expect(await alice.answer()).toContain('Only hosts can do this')

  await dave.opens('/wow sources')
  await presses('source.rotate')
  const [fresh = ''] = /plaudit_[\w-]+/.exec(dave.formShows()) ?? []
  expect(await Promise.all([asks(old), asks(fresh)])).toEqual([202, 202])
  await dave.slack.close({ all: true })

  await dave.opens('/wow sources')
  expect(dave.formShows()).toContain('Its old secret holds until')
  expect(dave.formShows()).not.toContain('plaudit_')
  await presses('source.revoke')
  expect(dave.formShows()).toContain('Zendesk: closed')
  expect(await Promise.all([asks(old), asks(fresh)])).toEqual([401, 401])
})
