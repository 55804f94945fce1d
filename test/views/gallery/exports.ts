import { exportForm } from '../../../src/views/export-form.ts'
import { noticeModal } from '../../../src/views/notice.ts'
import { look } from './cast.ts'
import type { Examples } from './examples.ts'

const { form, file } = look.w.exports
const november = { firstOn: '2026-11-01', lastOn: '2026-11-30' }

export const exportForms: Examples = {
  'of a month': () => exportForm.render(november, look),
  'on its way': () => noticeModal(form.onItsWay, look),
  'with nothing in it': () => noticeModal(file.none(november), look),
}
