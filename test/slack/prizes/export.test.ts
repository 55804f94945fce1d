import { describe, expect, test } from '@jest/globals'
import { MANIFEST } from '../../playground/support.ts'
import { readCsv } from '../../support/csv.ts'
import { awards } from '../../support/plaudit/giving.ts'
import { MODES, type PlauditOptions, startPlaudit } from '../../support/plaudit.ts'

async function startWithPrize(options: PlauditOptions = {}) {
  const plaudit = await startPlaudit({ prizes: true, at: '2026-11-20 10:00', ...options })
  const { alice, bob, carol, dave } = plaudit
  const card = await alice.tells('Bob drove through the snow to bring the part', { about: bob })
  await awards(carol, card, 'A voucher')
  await plaudit.settled()
  const asks = async () => {
    const room = await dave.opens('/wow prizes')
    await dave.presses(room, 'prizes.export')
    return dave.form()
  }
  return { ...plaudit, asks }
}

/** The app was installed without the right to read e-mail addresses. */
function withoutEmails(): typeof MANIFEST {
  const { bot, bot_optional } = MANIFEST.oauth_config.scopes
  const others = (scopes: readonly string[]) => scopes.filter((scope) => scope !== 'users:read.email')
  return { ...MANIFEST, oauth_config: { scopes: { bot: others(bot), bot_optional: others(bot_optional) } } }
}

describe('the export of prizes', () => {
  test.each(MODES)('comes to the host who asks as a file, over %s', async (mode) => {
    const { dave, asks, carol, slack } = await startWithPrize({ mode })
    await asks()
    expect(dave.formShows()).toContain('Private prizes are in it, too.')
    expect((await dave.submits()).outcome).toBe('updated')
    expect(dave.formShows()).toContain('Your file is being made.')
    await dave.dm('Here is 1 prize awarded in November 2026, a row for each person.')
    const [file, ...more] = dave.files()
    expect(more).toEqual([])
    expect(file?.name).toBe('plaudit-prizes-2026-11.csv')
    const [header = [], row = []] = readCsv(file?.text ?? '')
    expect(row[header.indexOf('person_email')]).toBe('bob@example.com')
    expect(row[header.indexOf('gross_amount')]).toBe('50.00')
    expect(carol.files()).toEqual([])
    expect(slack.refused()).toEqual([])
  })

  test('says who may read it, and when it has no e-mail addresses', async () => {
    const { dave, asks } = await startWithPrize({ manifest: withoutEmails() })
    await asks()
    await dave.submits({ format: 'json' })
    await dave.dm('share it only with those who pay or hand over prizes')
    await dave.dm('E-mail addresses are missing in it')
    expect(dave.files()[0]?.name).toBe('plaudit-prizes-2026-11.json')
  })

  test('answers in the form when nothing was awarded, or the days are the wrong way round', async () => {
    const { dave, asks } = await startWithPrize()
    await asks()
    expect(await dave.isRefused({ from: '2026-11-21', to: '2026-11-20' })).toEqual({
      to: expect.stringContaining('comes after the last one'),
    })
    await dave.submits({ from: '2026-01-01', to: '2026-01-31' })
    expect(dave.formShows()).toContain('No prize was awarded in January 2026')
    expect(dave.files()).toEqual([])
  })

  test('is not for who was a host when the form was opened', async () => {
    const { dave, gina, asks, settled } = await startWithPrize()
    await asks()
    await gina.opens('/wow setup')
    await gina.submits({ hostIds: [gina.id] })
    await settled()
    const { outcome, errors } = await dave.submits()
    expect(outcome).toBe('errors')
    expect(Object.values(errors)).toEqual([expect.stringContaining('Only hosts can do this.')])
    expect(dave.files()).toEqual([])
  })

  test('that Slack does not take is said where it was to come, and can be asked for again', async () => {
    const { dave, asks, slack, expectLog } = await startWithPrize()
    expectLog(/a file may not have been sent/)
    await asks()
    slack.faults.next('files.completeUploadExternal', { kind: '500' })
    await dave.submits()
    await dave.dm('Slack did not take the file in time.')
    await dave.slack.close()
    await asks()
    await dave.submits()
    await dave.dm('Here is 1 prize')
    expect(dave.files()).toHaveLength(1)
  })

  test('says whom to ask where files may not be sent', async () => {
    const { dave, asks, expectRefusal } = await startWithPrize({ grantedOptionalScopes: false })
    expectRefusal(/missing_scope/)
    await asks()
    await dave.submits()
    await dave.dm('add the permission files:write')
  })
})
