import { expect, test } from '@jest/globals'
import { mayCheer, mayTell, type Person, refusalAsChampion } from '../../src/domain/person.ts'

const bob: Person = {
  id: 'bob',
  name: 'Bob',
  isBot: false,
  isGuest: false,
  isAdmin: false,
  isForeign: false,
  isKnown: true,
}
const leftAt = '2026-10-01T09:00:00.000Z'

test.each([
  ['a colleague', bob, undefined, true],
  ['a guest', { ...bob, isGuest: true }, undefined, true],
  ['an admin', { ...bob, isAdmin: true }, undefined, true],
  ['a bot', { ...bob, isBot: true }, 'bot', false],
  ['somebody who left', { ...bob, leftAt }, 'left', false],
  ['somebody of another company', { ...bob, isForeign: true }, 'foreign', false],
  ['a bot of another company that left', { ...bob, isBot: true, isForeign: true, leftAt }, 'bot', false],
  ['somebody the directory has not met', { ...bob, isKnown: false }, 'unknown', true],
])('%s as champion, and as teller and cheerer', (_name, person, refusal, mayAct) => {
  expect(refusalAsChampion(person)).toBe(refusal)
  expect(mayTell(person)).toBe(mayAct)
  expect(mayCheer(person)).toBe(mayAct)
})
