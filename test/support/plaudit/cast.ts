import type { PretendSlack } from '../../../playground/server/index.ts'

/**
 * The one cast: alice tells, bob is the champion, carol manages, dave is host and Slack admin, erin is a guest. Gina is
 * an admin too, but no host; frank colleague; then those who are not: a bot, somebody who left, and one of another company.
 */
export function bringCast(slack: PretendSlack) {
  const person = (name: string, surname: string, more: object = {}) =>
    slack.addPerson({
      id: `U${name.toUpperCase()}`,
      name: name.toLowerCase(),
      realName: `${name} ${surname}`,
      tz: 'Europe/London',
      ...more,
    })
  const people = {
    alice: person('Alice', 'Archer'),
    bob: person('Bob', 'Baker'),
    carol: person('Carol', 'Cook'),
    dave: person('Dave', 'Dunn', { isAdmin: true }),
    erin: person('Erin', 'East', { isGuest: 'restricted' }),
    frank: person('Frank', 'Frost'),
    gina: person('Gina', 'Grant', { isAdmin: true }),
    robot: person('Robot', 'Runner', { isBot: true }),
    lena: person('Lena', 'Left', { deleted: true }),
    fritz: person('Fritz', 'Foreign', { teamId: 'TOTHER' }),
  }
  const staff = ['UALICE', 'UBOB', 'UCAROL', 'UDAVE', 'UFRANK', 'UGINA']
  slack.addChannel({ id: 'CCHEERS', name: 'celebrations', members: [...staff, 'UERIN'] })
  slack.addChannel({ id: 'CNEWS', name: 'news', members: staff })
  slack.addChannel({ id: 'CLOBBY', name: 'lobby', members: [...staff, 'UERIN', 'UFRITZ', 'UROBOT'] })
  slack.addChannel({ id: 'GSECRET', name: 'secret', private: true, members: ['UDAVE', 'UALICE'] })
  slack.addChannel({ id: 'CSHARED', name: 'with-acme', shared: true, members: ['UDAVE', 'UFRITZ'] })
  slack.addChannel({ id: 'COLD', name: 'old', archived: true, members: ['UDAVE'] })
  return people
}
