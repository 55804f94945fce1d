import { describe, expect, test } from '@jest/globals'
import type { Person } from '../../src/domain/person.ts'
import { isManager, mayHoldRole, mayNameHosts, mayRun, type Role } from '../../src/domain/role.ts'

const alice: Person = {
  id: 'alice',
  name: 'Alice',
  isBot: false,
  isGuest: false,
  isAdmin: false,
  isForeign: false,
  isKnown: true,
}
const admin = { ...alice, isAdmin: true }
const guest = { ...alice, isGuest: true }
const leftAt = '2026-10-01T09:00:00.000Z'
const roles = (...names: Role[]): ReadonlySet<Role> => new Set(names)

describe('who runs Plaudit, and who names hosts', () => {
  test.each([
    ['a named host', alice, roles('host'), true, true, true],
    ['an employee while nobody is named', alice, roles(), false, false, false],
    ['an employee', alice, roles(), true, false, false],
    ['a manager', alice, roles('manager'), true, false, false],
    ['an admin while nobody is named', admin, roles(), false, true, true],
    ['an admin once hosts are named', admin, roles(), true, false, true],
    ['an admin who is host', admin, roles('host'), true, true, true],
    ['an admin who left', { ...admin, leftAt }, roles(), false, false, false],
    ['an admin of another company', { ...admin, isForeign: true }, roles(), false, false, false],
    ['a host who left', { ...alice, leftAt }, roles('host'), true, false, false],
    ['a host who became a guest', guest, roles('host'), true, false, false],
    ['a bot', { ...alice, isBot: true, isAdmin: true }, roles('host'), false, false, false],
  ])('%s', (_name, person, held, anyHostNamed, runs, names) => {
    expect(mayRun(person, held, anyHostNamed)).toBe(runs)
    expect(mayNameHosts(person, held, anyHostNamed)).toBe(names)
  })
})

test('a manager is one while they are here', () => {
  expect(isManager(alice, roles('manager'))).toBe(true)
  expect(isManager(alice, roles('host'))).toBe(false)
  expect(isManager({ ...alice, leftAt }, roles('manager'))).toBe(false)
})

test('guests, bots, leavers and other companies are not named for anything', () => {
  expect(mayHoldRole(alice)).toBe(true)
  for (const person of [
    guest,
    { ...alice, isBot: true },
    { ...alice, leftAt },
    { ...alice, isForeign: true },
  ]) {
    expect(mayHoldRole(person)).toBe(false)
  }
})
