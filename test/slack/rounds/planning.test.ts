import { describe, expect, test } from '@jest/globals'
import { pressesIn } from '../../support/plaudit/list.ts'
import { MODES, startPlaudit } from '../../support/plaudit.ts'

describe.each(MODES)('a host plans a round, over %s', (mode) => {
  test('with what the form is filled in with, and it opens at once', async () => {
    const { dave, alice } = await startPlaudit({ mode })
    await dave.opens('/wow round')
    console.log(dave.formShows())
    const { outcome, errors } = await dave.submits()
    expect({ outcome, errors }).toEqual({ outcome: 'updated', errors: {} })
    console.log(dave.formShows())
    await alice.opens('/wow rounds')
    console.log(alice.formShows())
    void pressesIn
  })
})
