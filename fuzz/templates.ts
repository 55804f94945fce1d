/** One good body at least for every form and every button that there is: from the gallery, where all of them are. */
import { submit } from '../test/support/submit.ts'
import { gallery } from '../test/views/gallery/index.ts'
import type { Company, Recorded } from './company.ts'

type Shown = { blocks?: readonly object[]; type?: string; callback_id?: string; private_metadata?: string }

const PEOPLE = ['UALICE', 'UBOB', 'UCAROL', 'UDAVE', 'UERIN']

/** Bodies as Slack makes them, around what is shown in the gallery. */
export function templatesFor(company: Company): Recorded[] {
  const shown = Object.values(gallery).flatMap((examples) =>
    Object.values(examples).flatMap((render) => [render()].flat() as Shown[]),
  )
  const made = shown.flatMap((one, index) => bodiesAround(one, company, PEOPLE[index % PEOPLE.length] ?? ''))
  return [...company.recorded, ...made.map((body) => ({ kind: 'interactive' as const, name: '', body }))]
}

function bodiesAround(shown: Shown, company: Company, personId: string): object[] {
  const view = {
    ...{
      id: 'V1',
      team_id: company.slack.team.id,
      hash: '1.x',
      root_view_id: 'V1',
      app_id: 'A1',
      bot_id: 'B1',
    },
    ...{ type: 'modal', ...shown, ...submit({ blocks: [], ...shown }) },
  }
  const isView = shown.type === 'modal' || shown.type === 'home'
  const who = {
    team: { id: company.slack.team.id, domain: 'acme' },
    user: { id: personId, username: personId, name: personId, team_id: company.slack.team.id },
    ...{ api_app_id: 'A1', token: 'x', enterprise: null, is_enterprise_install: false, trigger_id: '1.2.x' },
  }
  const place = isView
    ? { view, container: { type: 'view', view_id: 'V1' } }
    : {
        container: { type: 'message', message_ts: '1763458200.000100', channel_id: 'CCHEERS' },
        channel: { id: 'CCHEERS', name: 'celebrations' },
        message: { ...shown, ts: '1763458200.000100', user: company.slack.botUserId },
        response_url: company.responseUrl,
      }
  const pressed = elementsIn(shown.blocks).map((element) => ({
    ...{ type: 'block_actions', ...who, ...place },
    actions: [{ ...element, action_ts: '1763458201.000100', ...picked(element) }],
  }))
  const suggested = elementsIn(shown.blocks)
    .filter(({ type }) => type === 'external_select')
    .map(({ action_id, block_id }) => ({
      type: 'block_suggestion',
      ...who,
      ...place,
      action_id,
      block_id,
      value: 'st',
    }))
  const sent = shown.callback_id
    ? ['view_submission'].map((type) => ({
        type,
        ...who,
        view,
        response_urls: [],
        is_cleared: false,
      }))
    : []
  return [...pressed, ...suggested, ...sent]
}

type Block = { type?: string; block_id?: string; dispatch_action?: boolean }
type Element = { type: string; action_id: string; block_id: string; options?: object[] }

/** What can be pressed: fields that are read with their form send nothing by themselves. */
function elementsIn(blocks: readonly object[] = []): Element[] {
  const found: Element[] = []
  const pressed = (blocks as Block[]).filter((one) => one.type !== 'input' || one.dispatch_action)
  for (const block of pressed)
    JSON.stringify(block, (_, value: Partial<Element> | undefined) => {
      if (value?.type && value.action_id)
        found.push({ ...(value as Element), block_id: block.block_id ?? 'b1' })
      return value
    })
  return found
}

const picked = ({ type, options }: Element): object =>
  type === 'button'
    ? {}
    : { selected_option: options?.[0] ?? { value: 'x' }, selected_options: options ?? [] }
