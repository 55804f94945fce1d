/** Plaudit with a triage channel, and a help desk that sends letters to it. */
import { expect } from '@jest/globals'
import { createRoom } from '../../support/plaudit/room.ts'
import { type PlauditOptions, startPlaudit } from '../../support/plaudit.ts'

export const TRIAGE = 'CTRIAGE'
export const WORDS = 'Bob stayed until the heating ran again. Thank you!'

export type Sent = { readonly status: number; readonly body: Readonly<Record<string, string>> }

export async function startTriage({ chosen = true, ...options }: PlauditOptions & { chosen?: boolean } = {}) {
  const plaudit = await startPlaudit({
    ...options,
    before: (slack) => {
      slack.addChannel({ id: TRIAGE, name: 'triage', members: ['UDAVE', 'UCAROL', 'UALICE'] })
      options.before?.(slack)
    },
  })
  const { dave, reading, slack } = plaudit
  const token = await openSource()
  if (chosen) await chooseChannel()
  const room = createRoom(slack, TRIAGE, reading)

  /** As a host does it: the token is shown once. */
  async function openSource(): Promise<string> {
    await dave.opens('/wow sources')
    const list = dave.slack.modal()
    if (!list) throw new Error('no list of sources')
    await dave.presses(list, 'source.add')
    await dave.form()
    const { outcome, errors } = await dave.submits({ name: 'Zendesk' })
    if (outcome !== 'updated')
      throw new Error(`the source was not added: ${outcome} ${JSON.stringify(errors)}`)
    const [, made = ''] = /(plaudit_[\w-]+)/.exec(dave.formShows()) ?? []
    await dave.slack.close({ all: true })
    return made
  }

  async function chooseChannel(values: Record<string, string> = {}): Promise<void> {
    await dave.opens('/wow letters')
    const list = dave.slack.modal()
    if (!list) throw new Error('no list')
    await dave.presses(list, 'praises.settings')
    await dave.form()
    const { outcome, errors } = await dave.submits({ triageChannel: TRIAGE, ...values })
    expect({ outcome, errors }).toMatchObject({ outcome: 'updated' })
    await dave.slack.close({ all: true })
    await plaudit.settled()
  }

  return {
    ...plaudit,
    room,
    token,
    chooseChannel,
    /** The help desk sends a letter. */
    async sends(praise: object): Promise<Sent> {
      const response = await fetch(`${slack.appUrl}/praise`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(praise),
      })
      return { status: response.status, body: (await response.json()) as Record<string, string> }
    },
    /** The newest card of the triage channel that says so. */
    card: (text: string) =>
      slack.until(() => slack.messages(TRIAGE).findLast((one) => reading.message(one).includes(text)), {
        what: `a card that says ${text}`,
      }),
  }
}
