/** The tour's stops in a round: it is planned, somebody is nominated, a host looks by whom, a judge notes something. */

import { picksOf } from '../slack/support/hosting.ts'
import { buttonIn, choosesIn, onTop } from '../support/plaudit/list.ts'
import type { Plaudit } from '../support/plaudit.ts'
import { refused, type Say, said, taken } from './tour.ts'

const CRITERION = 60

export async function roundWith(plaudit: Plaudit, say: Say): Promise<void> {
  const { alice, carol, dave, leapTo, settled } = plaudit
  await dave.opens('/wow round')
  await choosesIn(dave, 'round.decidedBy', 'judges')
  const judges = { judgeIds: ['UCAROL', 'UFRANK'], quorum: '1' }
  for (const field of ['quorum', 'restRounds'])
    await refused(dave, 'round.save', [field], say, { title: 'Champion', ...judges })
  // Criteria are short, and a line each.
  const [criteria = ''] = say('round.save criteria')
    .slice(0, CRITERION)
    .split(/[\r\n]/)
  const words = said('round.save', ['title', 'honours'], say)
  taken(await dave.submits({ ...judges, ...words, criteria, restRounds: '' }), 'updated')
  await dave.slack.close({ all: true })
  await settled()

  await alice.opens('/wow nominate')
  await choosesIn(alice, 'nomination.nominee', 'UBOB')
  taken(await alice.submits(said('nomination.save', ['reason'], say)), 'updated')
  await alice.slack.close({ all: true })
  await dave.opens('/wow rounds')
  await picksOf(dave, 'examine')
  taken(await dave.submits(said('round.examine', ['why'], say)), 'updated')
  await dave.slack.close({ all: true })

  await leapTo('2026-03-31 12:00')
  await carol.presses(await carol.dm('You are one of the judges'), 'round.judge')
  await carol.form()
  await carol.seesChange(() => carol.presses(onTop(carol), buttonIn(onTop(carol), 'ballot.score')))
  const scores = onTop(carol).blocks.flatMap(({ block_id }) =>
    /^score/.test(String(block_id)) ? [[String(block_id), '5']] : [],
  )
  const note = said('ballot.score', ['note'], say)
  taken(await carol.submits({ ...Object.fromEntries(scores), ...note }), 'updated')
  await carol.slack.close({ all: true })
  await leapTo('2026-04-20 12:00')
}
