import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from './sources.ts'

/**
 * What becomes of each table's rows. A new table gets its place here: whatever grows and is no history has to be forgotten by
 * the job `housekeeping` (with a test there), or by whoever is done with it.
 */
const keeping: Readonly<Record<string, readonly string[]>> = {
  'what the company told, gave and decided, which is kept for good': [
    ...[
      'stories',
      'story_edits',
      'story_sources',
      'champions',
      'declined_credits',
      'retractions',
      'voices',
      'photos',
    ],
    ...['letters', 'letter_permissions', 'letter_replies', 'letter_wholes', 'source_withdrawals'],
    ...['cheers', 'reactions', 'awards', 'award_shares', 'award_photos', 'ledger_entries'],
    ...['prizes', 'prize_edits', 'prize_retirements', 'prize_photos', 'budgets'],
    ...['digests', 'digest_issues', 'digest_notes', 'digest_omissions', 'digest_skips', 'digest_stories'],
    ...[
      'rounds',
      'round_steps',
      'round_criteria',
      'round_groups',
      'round_judges',
      'nominations',
      'nomination_evidence',
    ],
    ...['votes', 'turnout', 'scores', 'score_notes', 'counts', 'examinations', 'step_asides', 'winners'],
  ],
  'one for each person, channel, setting or source': [
    ...[
      'workspaces',
      'people',
      'channels',
      'group_members',
      'roles',
      'role_groups',
      'board_leaves',
      'settings',
    ],
    ...['sources', 'migrations'],
  ],
  'who changed what, and who looked at what': [
    ...['setting_changes', 'source_revocations', 'letter_original_readings', 'letter_original_erasures'],
  ],
  'counted for boards that can still be looked at': ['board_counts'],
  'where something was said, so that it can be mended however late': ['posts', 'post_subjects'],
  'gone when it is settled': ['inbox', 'waiting_praises', 'praise_originals', 'letter_originals'],
  'its words are forgotten, and that it was there is kept, so that it does not come twice': [
    ...[
      'praises',
      'praise_recipients',
      'praise_dismissals',
      'praise_shares',
      'capture_requests',
      'source_secrets',
    ],
  ],
  'forgotten after a while': [
    ...['handled', 'drafts', 'parked_reactions', 'job_runs', 'deliveries', 'praise_groups', 'capture_asks'],
  ],
}

const tables = [
  ...readFileSync(join(root, 'test/schema.sql'), 'utf8').matchAll(/^CREATE TABLE "?(\w+)/gm),
].map(([, name]) => name ?? '')

describe('what is kept', () => {
  test('is said of every table, once', () => {
    expect(Object.values(keeping).flat().toSorted()).toEqual(tables.toSorted())
  })

  test('and what is forgotten, is by the job that forgets', () => {
    const job = readFileSync(join(root, 'src/usecases/housekeeping.ts'), 'utf8')
    const stores = [...job.matchAll(/from '\.\.\/store\/([\w-]+)\.ts'/g)].map(([, name]) =>
      readFileSync(join(root, `src/store/${name}.ts`), 'utf8'),
    )
    const isForgotten = (table: string) => stores.some((text) => text.includes(`deleteFrom('${table}')`))
    expect(keeping['forgotten after a while']?.filter((table) => !isForgotten(table))).toEqual([])
  })
})
