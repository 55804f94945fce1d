import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Company, openCompany } from '../../fuzz/company.ts'
import { fuzz } from '../../fuzz/run.ts'

// A few of what `npm run fuzz` sends by the hundred thousand, always the same ones.
const SEED = 7
const REQUESTS = 150

let company: Company
beforeAll(async () => {
  company = await openCompany()
}, 60_000)
afterAll(() => company.stop())

test('good and broken requests, signed or not, end nothing, hang nothing, and leave the books in balance', async () => {
  expect(await fuzz(company, { seed: SEED, requests: REQUESTS, say: () => undefined })).toEqual([])
}, 120_000)
