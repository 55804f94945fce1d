import type { NewChannel, NewUser, PretendSlack } from '../server/index.ts'
import type { CastMember } from '../server/page-api/page.ts'

/** Whom a visitor can be. */
const CAST: (NewUser & { id: string; role: string })[] = [
  { id: 'UALICE', name: 'alice', realName: 'Alice Archer', role: 'employee' },
  { id: 'UBOB', name: 'bob', realName: 'Bob Baker', role: 'champion' },
  { id: 'UCAROL', name: 'carol', realName: 'Carol Cook', role: 'manager' },
  { id: 'UDAVE', name: 'dave', realName: 'Dave Dunn', role: 'host and Slack admin', isAdmin: true },
  { id: 'UERIN', name: 'erin', realName: 'Erin Ellis', role: 'guest', isGuest: 'restricted' },
]

/** Colleagues who make the place feel lived in. */
const COLLEAGUES: NewUser[] = [
  { id: 'UFATIMA', name: 'fatima', realName: 'Fatima Haddad' },
  { id: 'UGRACE', name: 'grace', realName: 'Grace Okafor' },
  { id: 'UHENRIK', name: 'henrik', realName: 'Henrik Lund' },
  { id: 'UINES', name: 'ines', realName: 'Inês Duarte' },
  { id: 'UJUN', name: 'jun', realName: 'Jun Tanaka' },
]

export const ZONE = 'Europe/London'
export const CELEBRATIONS = 'CCELEBRATE'
/** Where letters from other systems wait for a look. */
export const LETTERS = 'CLETTERS'

const everybody = [...CAST, ...COLLEAGUES].map(({ id }) => id)

const CHANNELS: NewChannel[] = [
  { id: CELEBRATIONS, name: 'celebrations', members: everybody },
  { id: 'CGENERAL', name: 'general', members: everybody.filter((id) => id !== 'UERIN') },
  { id: 'CSUPPORT', name: 'support-desk', members: ['UALICE', 'UBOB', 'UFATIMA', 'UGRACE'] },
  { id: LETTERS, name: 'letters', members: ['UALICE', 'UCAROL', 'UDAVE', 'UFATIMA'] },
  { id: 'GLEADS', name: 'team-leads', private: true, members: ['UCAROL', 'UDAVE'] },
]

export const castMembers: CastMember[] = CAST.map(({ id, role }) => ({ id, role }))

/** Fills an empty workspace with its people and channels. */
export function bringEverybody(slack: PretendSlack): void {
  for (const { role: _, ...person } of CAST) slack.addPerson({ ...person, tz: ZONE })
  for (const person of COLLEAGUES) slack.addPerson({ ...person, tz: ZONE })
  for (const channel of CHANNELS) slack.addChannel(channel)
  slack.addUserGroup({ id: 'SLEADS', handle: 'leads', name: 'Team leads', members: ['UCAROL', 'UDAVE'] })
}
