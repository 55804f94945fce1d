/** Somebody tries something: what they read, and what it changed. */
import type { ModalView } from '@slack/types'
import type { Ack, Person, View } from '../../playground/server/index.ts'
import { Problem } from '../../src/domain/problem.ts'
import { shortcuts } from '../../src/views/ids.ts'
import { sentenceFor, wordingFor } from '../../src/wording/index.ts'
import type { Company } from './company.ts'
import { keeping } from './forge.ts'
import { presses, suggestions } from './presses.ts'
import { idOf, type Role } from './roles.ts'
import { submissions } from './submissions.ts'
import { openTables } from './tables.ts'

const w = wordingFor()

export type Outcome = {
  /** All that Plaudit said to Slack while it happened. */
  readonly said: string
  /** The tables that are not as they were. */
  readonly changed: readonly string[]
  /** The options that were offered, when somebody looked for one. */
  readonly offered?: number
}

/** What only a note that is brought up to date shows to who may. */
const silent: ReadonlySet<string> = new Set([
  ...['lead', 'leaveOut', 'putBack', 'skip', 'unskip'].map((verb) => `press digest.${verb}`),
  'press round.stepAside',
])
/** Forms and lists are answered with the acknowledgement, all else after it. */
const isAnsweredAtOnce = (what: string): boolean => /^(?:submit|suggest) /.test(what)

export function createTrial(company: Company) {
  const { slack, settled } = company
  const tables = openTables(company.databasePath)
  const said = () =>
    JSON.stringify(
      slack
        .log()
        .flatMap(({ direction, payload, answer, name }) =>
          direction === 'to app' ? [answer] : /^views\.|response_url/.test(name) ? [payload] : [],
        ),
    )
  const hasAnswered = () =>
    slack
      .log()
      .some(
        ({ direction, name, ms }) =>
          direction === 'to slack' && ms !== undefined && /^views\.|response_url/.test(name),
      )

  return {
    close: tables.close,
    /** Tries it; then everything is as it was before. */
    async tries(what: string, role: Role): Promise<Outcome> {
      slack.clearLog()
      const person = slack.person(idOf(role))
      await person.close({ all: true })
      const offered = await act(company, person, what)
      const isOver = () => hasAnswered() || (silent.has(what) && tables.hasChanged())
      if (!isAnsweredAtOnce(what))
        await slack.until(isOver, { what: `an answer to ${role}, who tried: ${what}`, timeoutMs: 20_000 })
      const outcome = { said: said(), ...(offered === undefined ? {} : { offered }) }
      if (!tables.isTouched()) return { ...outcome, changed: [] }
      await settled()
      const changed = tables.undo()
      tables.settle()
      return { ...outcome, changed }
    },
  }
}

/** Does it as `what` says. @returns how many options were offered, when somebody looked for one */
async function act(company: Company, person: Person, what: string): Promise<number | undefined> {
  const [surface = '', rest = ''] = split(what)
  const [id = ''] = rest.split(' · ')
  if (surface === 'command') {
    const [command = '', ...words] = rest.split(' ')
    acknowledged((await person.command(command, words.join(' '), { channel: 'CCHEERS' })).ack, what)
  } else if (surface === 'shortcut') {
    const card = slackCard(company)
    acknowledged(await person.shortcut(id, id === shortcuts.awardPrize ? card : company.open), what)
  } else if (surface === 'home') {
    await person.opensHome()
  } else if (surface === 'press') {
    const { value = 'x', block = 'forged', view = keeping({}) } = await find(presses, rest)(company)
    const element = { type: 'button', action_id: id, value, text: { type: 'plain_text', text: 'Press' } }
    const kept = keep(person, view, [{ type: 'actions', block_id: block, elements: [element] }])
    acknowledged(await person.press(kept, { actionId: id, blockId: block }), what)
  } else if (surface === 'submit') {
    const { view, values = {} } = await find(submissions, rest)(company)
    await person.submit(values, { view: keep(person, view), raw: true })
  } else {
    const { query, block = 'forged' } = await find(suggestions, rest)(company)
    const element = { type: 'external_select', action_id: id, min_query_length: 0 }
    const kept = keep(person, keeping({}), [{ type: 'actions', block_id: block, elements: [element] }])
    return (await person.suggest(kept, id, query)).length
  }
  return undefined
}

const split = (what: string): [string, string] => {
  const at = what.indexOf(' ')
  return at < 0 ? [what, ''] : [what.slice(0, at), what.slice(at + 1)]
}

const keep = (person: Person, view: object, more: readonly object[] = []): View =>
  person.keeps({ ...view, blocks: [...(view as ModalView).blocks, ...more] } as Parameters<
    Person['keeps']
  >[0])

function find<T>(all: Readonly<Record<string, T>>, name: string): T {
  const found = all[name]
  if (!found) throw new Error(`nobody says how to try ${name}`)
  return found
}

function acknowledged(ack: Ack, what: string): void {
  if (!ack.ok) throw new Error(`${what} was not acknowledged: ${JSON.stringify(ack)}`)
}

function slackCard({ slack, celebrations, storyId }: Company) {
  const card = celebrations.messages().find(({ blocks }) => JSON.stringify(blocks).includes(storyId))
  if (!card) throw new Error(`no card, but ${slack.messages('CCHEERS').length} messages`)
  return card
}

/** Whether it has the sentence for a problem, whomever that names. */
export const saysSo = (said: string, key: string): boolean =>
  [['§'], ['§', '§']].some((names) => said.includes(longestPart(sentenceNaming(key, names))))

export const saysFault = (said: string): boolean => said.includes(longestPart(w.fault.sentence('§')))

function sentenceNaming(key: string, names: readonly string[]): string {
  const sentence = sentenceFor(new Problem('forbidden', key, undefined, { name: '§', names }), w)
  if (sentence === w.unknownProblem) throw new Error(`no sentence for ${key}`)
  return sentence
}

/** Of what stands between names; as it stands in JSON. */
function longestPart(sentence: string): string {
  const [longest = ''] = sentence.split('§').sort((a, b) => b.length - a.length)
  return JSON.stringify(longest).slice(1, -1)
}
