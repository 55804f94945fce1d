import type { KnownBlock, ModalView } from '@slack/types'
import type { ShownSource } from '../domain/source.ts'
import { button, row } from './controls.ts'
import { field, modal, textInput } from './fields.ts'
import { answers, type Form } from './form.ts'
import { actions, forms } from './ids.ts'
import { bold, code, context, cut, lines, plain, words } from './kit.ts'
import type { Look } from './look.ts'

/** As many as a modal holds well; a company has a handful. */
const MOST = 25

/** For hosts: where letters come from. */
export function sourcesModal(all: readonly ShownSource[], look: Look): ModalView {
  const { sources: s } = look.w
  return page(look, [
    ...lines([words(all.length === 0 ? `${s.intro} ${s.none}` : s.intro)]),
    row([button(s.add, actions.sourceAdd, 'add', { style: 'primary' })]),
    ...all.slice(0, MOST).flatMap((source) => sourceParts(source, look)),
  ])
}

function sourceParts({ name, state, praises, oldHoldsUntil }: ShownSource, look: Look): KnownBlock[] {
  const { sources: s, moment } = look.w
  const rotate = button(s.rotate, actions.sourceRotate, name, { confirm: s.confirm.rotate })
  const revoke = button(s.revoke, actions.sourceRevoke, name, { style: 'danger', confirm: s.confirm.revoke })
  const reopen = button(s.reopen, actions.sourceReopen, name)
  return [
    ...lines([words(s.line(cut(name, 60), s.states[state], praises))]),
    ...(oldHoldsUntil ? [context(s.overlap(moment(oldHoldsUntil, look.zone)))] : []),
    row(state === 'open' ? [rotate, revoke] : [reopen]),
  ]
}

/** What was made, once. */
export function secretModal(
  made: { readonly name: string; readonly secret: string; readonly token: string },
  look: Look,
): ModalView {
  const { sources: s } = look.w
  return page(look, [
    ...lines([words(s.once(cut(made.name, 60)))]),
    ...lines([bold(s.secret)], [code(made.secret)]),
    ...lines([bold(s.token)], [code(made.token)]),
    context(s.how),
  ])
}

const page = ({ w: { sources: s } }: Look, blocks: readonly KnownBlock[]): ModalView => ({
  type: 'modal',
  title: plain(s.title, 24),
  close: plain(s.close, 24),
  blocks: [...blocks],
})

const fields = { name: 'name' } as const

export const sourceForm: Form<{ readonly name: string }, Record<never, never>> = {
  id: forms.source,
  fields,

  render(_, { w: { sourceForm: s } }) {
    const name = textInput(undefined, { max: 60, placeholder: s.namePlaceholder })
    return modal(forms.source, s, [field(fields.name, s.name, name)])
  },

  read: (view) => ({ name: answers(view).text(fields.name) ?? '' }),
}
