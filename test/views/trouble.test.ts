import { expect, test } from '@jest/globals'
import type { DeliveryKind } from '../../src/domain/delivery.ts'
import { troubleNote } from '../../src/views/trouble.ts'
import { look } from './gallery/cast.ts'

const noteOf = (kind: DeliveryKind, lane: string, error: string): string =>
  JSON.stringify(troubleNote({ what: 'delivery-failed', kind, lane, error, deliveryId: 'D1' }, look))

// A note that a round was cancelled goes to who nominated somebody in it, and nobody is to know who that is.
test.each(['round.cancelled', 'round.nominee', 'round.words'] as const)(
  'hosts do not read whom %s could not reach',
  (kind) => {
    expect(noteOf(kind, 'UALICE', 'user_disabled')).not.toContain('UALICE')
    expect(noteOf('story.credit', 'UALICE', 'user_disabled')).toContain('UALICE')
  },
)

test('the channel of a round is mended where the round is, not in the setup', () => {
  const note = noteOf('round.opened', 'CWOW', 'is_archived')
  expect(note).toContain('/wow rounds')
  expect(note).toContain('rounds.open')
  expect(note).not.toContain('setup')
  expect(noteOf('story.card', 'CWOW', 'is_archived')).toContain('setup.open')
})

test.each(['story.card', 'round.vote'] as const)(
  'of %s in a channel that is shared with another company hosts read what to do',
  (kind) => expect(noteOf(kind, 'CWOW', 'channel_shared')).toContain('End the sharing'),
)
