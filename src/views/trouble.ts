import { isInConfidence, isInRoundChannel } from '../domain/delivery.ts'
import type { Trouble } from '../domain/shown.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { channel, context, fill, type Inline, lines, mention, spoken, words } from './kit.ts'
import type { Look, Message } from './look.ts'

type Failure = Extract<Trouble, { what: 'delivery-failed' }>

/** To hosts: what could not be said or where, why, and what to do about it. */
export function troubleNote(trouble: Trouble, look: Look): Message {
  return trouble.what === 'delivery-failed' ? failureNote(trouble, look) : channelNote(trouble, look)
}

function failureNote({ kind, error, lane, deliveryId }: Failure, { w }: Look): Message {
  const { trouble: s, roundsRoom } = w
  const what = s.what[kind] ?? s.something
  const todo = s.todoFor(kind, error)
  const where = isInConfidence(kind) ? words(s.somebody) : placeOf(lane)
  return {
    text: spoken(s.failedSpoken(what), todo, s.nothingLost),
    blocks: [
      ...lines(
        [words('⚠️ '), ...fill((place) => s.failed(what, place), [where])],
        [words(todo)],
        [words(s.nothingLost)],
      ),
      context(s.code(error)),
      row([
        button(s.retry, actions.deliveryRetry, deliveryId),
        isInRoundChannel(kind)
          ? button(roundsRoom.open, actions.roundsOpen, 'trouble')
          : button(s.setup, actions.setupOpen, 'trouble'),
      ]),
    ],
  }
}

function channelNote({ what, channel: id }: Exclude<Trouble, Failure>, { w: { trouble: s } }: Look): Message {
  const shared = what === 'channel-shared'
  return {
    text: spoken(shared ? s.channelSharedSpoken : s.channelLostSpoken),
    blocks: [
      ...lines([words('⚠️ '), ...fill(shared ? s.channelShared : s.channelLost, [channel(id)])]),
      row([button(s.setup, actions.setupOpen, 'trouble')]),
    ],
  }
}

/** A message goes to a channel or to a person: Slack's ids tell which. */
const placeOf = (lane: string): Inline => (/^[UW]/.test(lane) ? mention(lane) : channel(lane))
