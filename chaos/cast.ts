/** Who works at the company, and what each is there for. */
import type { NewUser, PretendSlack } from '../playground/server/index.ts'

export const ROOM = 'CCHEERS'
export const TRIAGE = 'CTRIAGE'

export const cast = {
  host: 'UDAVE',
  /** Whatever hosts are asked both are. */
  cohost: 'UDORA',
  tellers: ['UALICE', 'UCAROL', 'UTOM', 'UTESS'],
  champions: ['UBOB', 'UBEA', 'UBEN'],
  /** They react with emoji. */
  fans: ['UFAY', 'UFINN'],
  /** They press Cheer. */
  pressers: ['UPIA', 'UPAT'],
  managers: ['UMAX', 'UMIA'],
  approver: 'UANNE',
  triager: 'UTRINA',
} as const

export const everybody: readonly string[] = Object.values(cast).flat()

/** Ids say the names: UALICE is Alice Alison. */
export function bringEverybody(slack: PretendSlack): void {
  for (const id of everybody) {
    const name = id.slice(1).toLowerCase()
    const first = id.charAt(1) + name.slice(1)
    const person: NewUser = { id, name, realName: `${first} ${first}son`, tz: 'Europe/London' }
    slack.addPerson({ ...person, isAdmin: id === cast.host })
  }
  slack.addChannel({ id: ROOM, name: 'celebrations', members: [...everybody, slack.botUserId] })
  slack.addChannel({ id: TRIAGE, name: 'triage', members: [cast.triager, cast.host, slack.botUserId] })
}
