/** What hosts are asked before something happens to a round: to choose, whether they are sure, and why they look. */
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Examined, ShownDecision, ShownExamination, ShownRound } from '../domain/shown-rounds.ts'
import { excerpt } from '../domain/text.ts'
import { dayOf } from '../domain/time.ts'
import { button, multiSelect, row } from './controls.ts'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form, keep, kept } from './form.ts'
import { actions, forms } from './ids.ts'
import { bold, bullets, context, cut, divider, lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'
import { backToRounds } from './rounds-back.ts'

const Metadata = z.object({ roundId: z.string(), inList: z.boolean().catch(false) })
type Kept = z.infer<typeof Metadata>

const decideFields = { winnerIds: 'winnerIds' } as const

/** Who is the champion: one, or several who share the title. */
export const roundDecideForm: Form<
  Kept & { readonly winnerIds: readonly string[] },
  { readonly decision: ShownDecision; readonly inList: boolean }
> = {
  id: forms.roundDecide,
  fields: decideFields,

  render({ decision: { round, nominees }, inList }, look) {
    const { roundDecision: s } = look.w
    const choices = nominees.map(({ person }) => ({ value: person.id, text: person.name }))
    return modal(
      forms.roundDecide,
      s,
      [
        ...lines([bold(round.title)]),
        field(decideFields.winnerIds, s.who, multiSelect(choices, s.whoPlaceholder), { hint: s.whoHint }),
        context(s.announced),
        row([button(s.reasons, actions.ballotReasons, round.id), ...(inList ? [backToRounds(look)] : [])]),
      ],
      keep({ roundId: round.id, inList }),
    )
  },

  read: (view) => ({ ...kept(view, Metadata), winnerIds: answers(view).options(decideFields.winnerIds) }),
}

export const confirmed = ['cancel', 'close', 'stop'] as const
export type Confirmed = (typeof confirmed)[number]
const ConfirmMetadata = Metadata.extend({ verb: z.enum(confirmed) })

/** Whether a host is sure. */
export const roundConfirmForm: Form<
  Kept & { readonly verb: Confirmed },
  { readonly round: ShownRound; readonly verb: Confirmed; readonly inList: boolean }
> = {
  id: forms.roundConfirm,
  fields: {},

  render({ round, verb, inList }, look) {
    const s = look.w.roundConfirm[verb]
    return modal(
      forms.roundConfirm,
      s,
      [
        ...lines([bold(round.title)]),
        ...lines([words(whatFollows(round, verb, look))]),
        ...(inList ? [row([backToRounds(look)])] : []),
      ],
      keep({ roundId: round.id, verb, inList }),
    )
  },

  read: (view) => kept(view, ConfirmMetadata),
}

function whatFollows(round: ShownRound, verb: Confirmed, { w, zone }: Look): string {
  const { roundConfirm: s } = w
  if (verb === 'cancel' && round.state !== 'planned') return s.cancel.explain
  if (verb === 'cancel')
    return [s.cancel.explainPlanned, ...(round.repeats ? [s.cancel.explainNext] : [])].join(' ')
  if (verb === 'stop') return s.stop.explain(round.title)
  if (round.nominees === 0) return s.close.explainNone
  return s.close.explain(round.nominees, w.moment(round.votesOpenAt, zone))
}

const MOST_LOOKED = 5
const examineFields = { why: 'why' } as const

/** Why a host needs to look at who nominated. */
export const roundExamineForm: Form<
  Kept & { readonly why?: string | undefined },
  { readonly round: ShownRound; readonly before: readonly ShownExamination[]; readonly inList: boolean }
> = {
  id: forms.roundExamine,
  fields: examineFields,

  render({ round, before, inList }, look) {
    const { roundExamine: s } = look.w
    const looked = before
      .slice(-MOST_LOOKED)
      .map(({ by, at, why }) => [
        words(s.before(cut(by.name, 80), look.w.day(dayOf(at, look.zone)), excerpt(why, 200))),
      ])
    return modal(
      forms.roundExamine,
      s,
      [
        ...lines([bold(round.title)]),
        ...lines([words(s.explain)]),
        ...(looked.length > 0 ? lines([bold(s.looked)]) : []),
        ...bullets(looked),
        field(examineFields.why, s.why, textInput(undefined, { max: 500, lines: 'many' })),
        ...(inList ? [row([backToRounds(look)])] : []),
      ],
      keep({ roundId: round.id, inList }),
    )
  },

  read: (view) => ({ ...kept(view, Metadata), why: answers(view).text(examineFields.why) }),
}

/** Who nominated whom, a page of it. It keeps which examination it belongs to. */
export function examinedModal(examined: Examined, look: Look): ModalView {
  const { roundExamine: s, roundsRoom } = look.w
  const { round, nominations, examinationId, page, pages } = examined
  const byNominee = Map.groupBy(nominations, ({ nominee }) => nominee.id)
  const part = (all: Examined['nominations']) => [
    ...lines([bold(s.about(cut(all[0]?.nominee.name ?? '', 80)))]),
    ...bullets(
      all.map(({ nominator, madeAt, reason }) => [
        words(s.by(cut(nominator.name, 80), look.w.day(dayOf(madeAt, look.zone)))),
        words(excerpt(reason, 300)),
      ]),
    ),
  ]
  const steps = [
    ...(page > 0 ? [button(s.previous, actions.examinedPrevious, String(page - 1))] : []),
    ...(page < pages - 1 ? [button(s.next, actions.examinedNext, String(page + 1))] : []),
  ]
  return {
    type: 'modal',
    title: plain(s.title, 24),
    close: plain(roundsRoom.close, 24),
    private_metadata: keep({ examinationId }),
    blocks: [
      ...lines([bold(round.title)]),
      context(s.confidence),
      ...(nominations.length === 0 ? lines([words(s.none)]) : []),
      ...[...byNominee.values()].flatMap(part),
      ...(steps.length > 0 ? [divider(), context(s.page(page + 1, pages)), row(steps)] : []),
    ],
  }
}

const ExaminedMetadata = z.object({ examinationId: z.string() })
/** Which examination is shown. */
export const examinationIn = (view: Parameters<typeof kept>[0]): string =>
  kept(view, ExaminedMetadata).examinationId
