import { showNominationOffer } from '../../src/usecases/nomination-offers.ts'
import { blockAbout, menuValue, type RoundVerb } from '../../src/views/ids.ts'
import { nominationForm } from '../../src/views/nomination-form.ts'
import type { Company } from './company.ts'
import { type Forge, keeping, type Pressed } from './forge.ts'
import { idOf } from './roles.ts'
import { nominationIn, rounds } from './rounds.ts'

const { nominating, closed, voting, judging, short, hosts, decided } = rounds
const chosen = (verb: RoundVerb, { id } = nominating) => ({ value: menuValue(verb, id) })
const reasons = keeping({ roundId: voting.id, of: 'all' })
const list = keeping({ roundId: judging.id, page: 0 })

/** The form that nominates frank, as the teller has it open. */
export async function nominationOf({ app, as, look }: Company) {
  const asked = { roundId: nominating.id, nomineeId: 'UFRANK' }
  const offer = await showNominationOffer(app, as('teller'), asked)
  return nominationForm.render({ offer, isFixed: true }, look)
}

/** What can be pressed about rounds. */
export const roundPresses: Readonly<Record<string, Forge<Pressed>>> = {
  'story.nominate': ({ storyId }) => ({ value: storyId }),
  'story.menu · nominate': ({ storyId }) => ({ value: menuValue('nominate', storyId) }),
  'round.nominate': () => ({ value: nominating.id }),
  'nomination.round': async (company) => ({ view: await nominationOf(company) }),
  'nomination.nominee': async (company) => ({ view: await nominationOf(company) }),
  'nomination.edit': () => ({ value: nominationIn(nominating) }),
  'nomination.withdraw': () => ({ value: nominationIn(nominating) }),
  'round.stepAside': () => ({ value: voting.id }),
  'words.read': () => ({ value: decided.id }),
  'ballot.vote': () => ({ value: idOf('champion'), block: blockAbout('vote', voting.id) }),
  'ballot.reasons': () => ({ value: voting.id }),
  'reasons.previous': () => ({ value: '0', view: reasons }),
  'reasons.next': () => ({ value: '1', view: reasons }),
  'round.judge': () => ({ value: judging.id }),
  'judging.previous': () => ({ value: '0', view: list }),
  'judging.next': () => ({ value: '1', view: list }),
  'ballot.score': () => ({ value: idOf('champion'), view: list }),
  'rounds.open': () => ({}),
  'round.plan': () => ({}),
  'round.decidedBy': () => ({ view: keeping({ roundId: nominating.id, reopen: false, inList: false }) }),
  'round.menu · edit': () => chosen('edit'),
  'round.menu · reopen': () => chosen('reopen', closed),
  'round.menu · close': () => chosen('close'),
  'round.menu · cancel': () => chosen('cancel'),
  'round.menu · stop': () => chosen('stop'),
  'round.menu · examine': () => chosen('examine', voting),
  'round.decide': () => ({ value: hosts.id }),
  'round.moreTime': () => ({ value: short.id }),
  'round.count': () => ({ value: short.id }),
  'round.end': () => ({ value: short.id }),
  'examined.previous': ({ examinationId }) => ({ value: '0', view: keeping({ examinationId }) }),
  'examined.next': ({ examinationId }) => ({ value: '1', view: keeping({ examinationId }) }),
  'round.prize': () => ({ value: decided.id }),
}
