import { expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { updateSettings } from '../../src/store/settings.ts'
import { createAnnouncer } from '../../src/usecases/announcing.ts'
import { receivePraise } from '../../src/usecases/praises.ts'
import { addSource, listOpenSources } from '../../src/usecases/sources.ts'
import { eventually } from '../process/look.ts'
import { dave, openSetUp, sayAll, waiting } from './support.ts'

test('what could not be announced while another process locked the database is announced soon after', async () => {
  const app = await openSetUp()
  await addSource(app, dave, 'Zendesk')
  const sourceId = (await listOpenSources(app))[0]?.id ?? ''
  await app.write((tx) => updateSettings(tx, [{ key: 'triageChannel', to: 'C2' }]))
  await sayAll(app)
  const other = new SqliteDatabase(app.path)
  const lock = async () => void other.exec('begin immediate')
  const faults: unknown[] = []
  const unlock = (error: unknown) => {
    faults.push(error)
    other.exec('rollback')
  }

  let isFirst = true
  const prepare = async () => {
    if (isFirst) await lock()
    isFirst = false
  }
  const announcer = createAnnouncer(app, prepare, unlock)
  announcer.start()
  try {
    await receivePraise(app, { sourceId, input: { words: 'Bob stayed until the heating ran again.' } })
    await eventually(async () => (await waiting(app)).includes('praise.card → C2'), 'the card', 8_000)
    expect(faults).toMatchObject([{ code: 'SQLITE_BUSY' }])
  } finally {
    await announcer.stop()
    other.close()
    await app.close()
  }
})
