/** Who there is, seen from Plaudit: each role has one person who has it and no other. */
import type { PretendSlack } from '../../playground/server/index.ts'

/** Not of this company, or not any more, or nobody: they may nothing at all. */
export const outsiders = {
  stranger: 'somebody whom Slack does not tell of',
  foreign: 'somebody of another company, in a shared channel',
  leaver: 'somebody who left the company',
  bot: 'another app',
} as const

export const insiders = {
  employee: 'an employee',
  guest: 'a guest in the celebration channel',
  guestOutside: 'a guest who is not in the celebration channel',
  teller: 'who told the story',
  champion: 'its champion',
  giver: 'the manager who gave the prize',
  manager: 'another manager',
  approver: 'an approver of prizes',
  fulfiller: 'who hands prizes over',
  triager: 'who is in the triage channel',
  author: 'the author of the message',
  reactor: 'who reacted to the message',
  leader: 'a leader whom a host asked for a note',
  judge: 'a judge of the round',
  host: 'a host',
  admin: 'a Slack admin or owner who is no host',
} as const

export type Insider = keyof typeof insiders
export type Outsider = keyof typeof outsiders
export type Role = Insider | Outsider

export const insiderRoles = Object.keys(insiders) as Insider[]
export const outsiderRoles = Object.keys(outsiders) as Outsider[]

/** `UCHAMPION`, `UGUESTOUTSIDE`. */
export const idOf = (role: Role): string => `U${role.toUpperCase()}`

/** Brings one person for each role, and the channels that they are in. */
export function bringRoles(slack: PretendSlack): void {
  const special: Partial<Record<Role, object>> = {
    stranger: { teamId: 'TFAR' },
    foreign: { teamId: 'TOTHER' },
    leaver: { deleted: true },
    bot: { isBot: true },
    guest: { isGuest: 'restricted' },
    guestOutside: { isGuest: 'restricted' },
    admin: { isAdmin: true },
  }
  for (const role of [...insiderRoles, ...outsiderRoles]) {
    const id = idOf(role)
    slack.addPerson({ id, name: role.toLowerCase(), realName: `The ${role}`, ...special[role] })
  }
  const all = insiderRoles.filter((role) => role !== 'guestOutside').map(idOf)
  for (const id of all) slack.channel('CCHEERS').members.add(id)
  slack.addChannel({ id: 'CTRIAGE', name: 'triage', members: [idOf('triager')] })
  slack.addChannel({ id: 'GTALKS', name: 'talks', private: true, members: [idOf('author'), idOf('teller')] })
  slack.addUserGroup({ id: 'SLEADS', handle: 'leads', name: 'Leads', members: [idOf('manager')] })
  const nobody = ({ user }: { user?: unknown }) => user === idOf('stranger')
  slack.faults.next('users.info', { kind: 'error', error: 'user_not_found', times: Infinity, when: nobody })
}
