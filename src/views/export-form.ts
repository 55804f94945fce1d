/** Asks of which days the prizes are wanted, and for what. */
import { type DaySpan, type ExportFormat, exportFormats, type TypedSpan } from '../domain/prize-export.ts'
import { datepicker, field, modal, radios } from './fields.ts'
import { answers, type Form } from './form.ts'
import { forms } from './ids.ts'
import { lines, words } from './kit.ts'

export type ExportRequest = TypedSpan & { readonly format: ExportFormat }

const fields = { from: 'from', to: 'to', format: 'format' } as const

export const exportForm: Form<ExportRequest, DaySpan> = {
  id: forms.prizesExport,
  fields,

  render({ firstOn, lastOn }, { w }) {
    const { form: s } = w.exports
    const formats = exportFormats.map((value) => ({ value, text: s.formats[value] }))
    return modal(forms.prizesExport, s, [
      ...lines([words(s.explain)]),
      field(fields.from, s.from, datepicker(firstOn)),
      field(fields.to, s.to, datepicker(lastOn), { hint: s.toHint }),
      field(fields.format, s.format, radios(formats, 'csv')),
    ])
  },

  read(view) {
    const sent = answers(view)
    const format = exportFormats.find((known) => known === sent.option(fields.format)) ?? 'csv'
    return { from: sent.date(fields.from), to: sent.date(fields.to), format }
  },
}
