/** Whether the stories that are stored and shown are those that people told. */
import type { Message, PretendSlack } from '../../playground/server/index.ts'
import { sayings } from '../../test/process/look.ts'
import { ROOM } from '../cast.ts'
import type { Company } from '../company.ts'
import { mayBe } from './act.ts'
import { openCards, valuesOf } from './cards.ts'
import type { Tale } from './stories.ts'

type Row = { id: string; words: string; retracted: 0 | 1 }
const ROWS = `select id, words, exists (select 1 from retractions where story_id = stories.id) as retracted from stories`

export function auditStories(company: Company, slack: PretendSlack, tales: readonly Tale[]): string[] {
  const rows = company.read<Row>(ROWS)
  const strangers = rows.filter(({ words }) => !tales.some(({ word }) => words.includes(`The ${word} story`)))
  return [
    ...strangers.map(({ words }) => `nobody told this story: ${words}`),
    ...tales.flatMap((tale) => {
      const stored = rows.filter(({ words }) => words.includes(`The ${tale.word} story`))
      const said = mayBe(tale.outcome, stored.length)
        ? stored.flatMap((row) => auditStory(company, slack, tale, row))
        : [`it was ${tale.outcome}, and is stored ${stored.length} times`]
      return said.map((line) => `the story ${tale.word}: ${line}`)
    }),
  ]
}

function auditStory(company: Company, slack: PretendSlack, tale: Tale, row: Row): string[] {
  if (row.retracted) return auditRetracted(company, tale)
  if (tale.retracted === 'yes') return ['it was taken back, and is still there']
  const versions = [tale.version, ...tale.maybe]
  const credited = company
    .read<{ person_id: string }>('select person_id from champions where story_id = ?', row.id)
    .map(({ person_id }) => person_id)
  const lines: string[] = []
  if (!versions.some((verse) => row.words.includes(` ${verse} version`)))
    lines.push(`it says “${row.words}”, which should be one of ${versions.join(', ')}`)
  for (const id of tale.champions) {
    const isOff = tale.namesOff.get(id)
    if (credited.includes(id) ? isOff === 'yes' : !isOff)
      lines.push(`${id} ${isOff ? 'took their name off, and is credited' : 'is not credited'}`)
  }
  const cards = openCards(company).filter((card) => sayings([card], tale.word) > 0)
  if (cards.length !== 1) lines.push(`it has ${cards.length} cards`)
  if (cards[0] && sayings([cards[0]], row.words) !== 1) lines.push('its card says something else')
  for (const id of credited) {
    const notes = notesTo(slack, id, row.id)
    if (notes !== 1) lines.push(`${id} was told of it ${notes} times`)
  }
  return lines
}

function auditRetracted(company: Company, tale: Tale): string[] {
  const mayBeEmpty = tale.champions.every((id) => tale.namesOff.has(id))
  const lines: string[] = []
  if (tale.retracted === 'no' && !mayBeEmpty) lines.push('nobody took it back, and it is gone')
  const shown = company.slack
    .channels()
    .flatMap(({ id, timeline }) => timeline.all().map((message): [string, Message] => [id, message]))
    .filter(([, message]) => sayings([message], `The ${tale.word} story`) > 0)
  for (const [channel] of shown)
    lines.push(`it was taken back, and ${channel === ROOM ? 'the room' : channel} still shows it`)
  return lines
}

/** Their messages from Plaudit that say that they are credited, with the way out of it. */
const notesTo = (slack: PretendSlack, id: string, storyId: string): number =>
  slack
    .person(id)
    .dmMessages()
    .filter((message) => valuesOf(message, 'story.nameOff').includes(storyId)).length
