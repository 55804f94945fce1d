/** The soak's table. */
import { type Measure, measures, type Sample, type Verdict } from './samples.ts'

const names: Readonly<Record<Measure, string>> = {
  rssMb: 'memory MB',
  heapMb: 'of it heap',
  files: 'open files',
  walMb: 'WAL MB',
  outboxAgeS: 'outbox age s',
  outbox: 'outbox',
  inbox: 'inbox',
}
const WIDE = 13

const cell = (value: string | number): string =>
  (typeof value === 'number' ? value.toFixed(1) : value).padStart(WIDE)

export const header = ['minute', ...measures.map((measure) => names[measure])].map(cell).join('')

export const line = (sample: Sample): string =>
  [sample.minute, ...measures.map((measure) => sample[measure])].map(cell).join('')

export function table(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ measure, least, middle, most, perHour, isFlat }) =>
    [names[measure], least, middle, most, perHour, isFlat ? 'flat' : 'GROWS'].map(cell).join(''),
  )
  const head = ['second half', 'least', 'middle', 'most', 'more an hour', ''].map(cell).join('')
  return ['', head, ...rows].join('\n')
}
