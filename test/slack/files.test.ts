import { describe, expect, test } from '@jest/globals'
import type { PretendSlack } from '../../playground/server/index.ts'
import { FileTooLarge, fetchFile, MOST_BYTES, sendFile } from '../../src/slack/files.ts'
import { MANIFEST, slackWithPeople } from '../playground/support.ts'
import { slackOver } from './support/speaking.ts'

const file = {
  name: 'prizes.csv',
  title: 'Prizes of March',
  bytes: Buffer.from('person,prize\nBob,A day off – “at last”\n'),
  comment: 'Here are the prizes of March.',
}

/** The app was installed without the optional scopes for files. */
function withoutFiles(): typeof MANIFEST {
  const { bot, bot_optional } = MANIFEST.oauth_config.scopes
  const scopes = { bot: bot.filter((scope) => !scope.startsWith('files:')), bot_optional }
  return { ...MANIFEST, oauth_config: { scopes } }
}

async function started(options = {}) {
  const pretend = await slackWithPeople({ mode: 'http', ...options })
  return { pretend, slack: slackOver(pretend), alice: pretend.person('UALICE') }
}

describe('a file for one person', () => {
  test('comes in their messages from Plaudit, with what is said beside it', async () => {
    const { pretend, slack, alice } = await started()
    await sendFile(slack, 'UALICE', file)
    const [message, ...more] = alice.dmMessages()
    expect(more).toEqual([])
    expect(message?.text).toBe(file.comment)
    const sent = pretend.file(message?.files?.[0] ?? '')
    expect(sent).toMatchObject({ name: 'prizes.csv', title: 'Prizes of March', mimetype: 'text/csv' })
    expect(sent?.data.equals(file.bytes)).toBe(true)
    expect(pretend.person('UBOB').dmMessages()).toEqual([])
    expect(pretend.refused()).toEqual([])
  })

  test('is not sent without the permission, and who asked hears whom to ask', async () => {
    const { slack, alice } = await started({ manifest: withoutFiles() })
    await expect(sendFile(slack, 'UALICE', file)).rejects.toMatchObject({
      code: 'forbidden',
      key: 'file.scope-missing',
    })
    expect(alice.dmMessages()).toEqual([])
  })

  test.each(['upload', 'files.getUploadURLExternal', 'files.completeUploadExternal'])(
    'that Slack does not take at %s is sent once at most, and who asked hears of it',
    async (method) => {
      const { pretend, slack, alice } = await started()
      pretend.faults.next(method, { kind: '500' })
      await expect(sendFile(slack, 'UALICE', file)).rejects.toMatchObject({ key: 'file.not-sent' })
      expect(alice.dmMessages()).toEqual([])
    },
  )
})

const downloads = (pretend: PretendSlack) => pretend.log().filter(({ name }) => name === 'download')

describe('a file from Slack', () => {
  const picture = (size: number) => ({ name: 'a.png', data: Buffer.alloc(size, 1) })

  test('is read whole', async () => {
    const { pretend, slack } = await started()
    const { id } = pretend.addFile('UALICE', picture(MOST_BYTES))
    const { name, bytes } = await fetchFile(slack.web.outbox, id)
    expect(name).toBe('a.png')
    expect(bytes.byteLength).toBe(MOST_BYTES)
  })

  test('that is too large is not read at all', async () => {
    const { pretend, slack } = await started()
    const { id } = pretend.addFile('UALICE', picture(MOST_BYTES + 1))
    await expect(fetchFile(slack.web.outbox, id)).rejects.toThrow(FileTooLarge)
    expect(downloads(pretend)).toEqual([])
  })

  test('that turns out to be too large is left where it is', async () => {
    const { pretend, slack } = await started()
    const kept = pretend.addFile('UALICE', picture(1))
    pretend.onChange((change) => {
      if (change.kind === 'wire' && change.entry.name === 'files.info')
        kept.data = picture(MOST_BYTES + 1).data
    })
    await expect(fetchFile(slack.web.outbox, kept.id)).rejects.toThrow(FileTooLarge)
  })
})
