import type { Plaudit } from '../../support/plaudit.ts'

export const words = 'Your Bob left his own party to open the shop for us.\n\nYours, Ida Miller'
export const letter = {
  ...{ authorName: 'Ida Miller', authorRole: 'Acme', via: 'email', receivedOn: '2026-03-11' },
  ...{ permission: 'yes' },
}

/** Alice shares a letter about Bob with everything; @returns its card */
export async function sharesLetter({ alice, celebrations, settled }: Plaudit, more: object = {}) {
  const form = await alice.opens('/wow letter')
  await alice.presses(form, 'story.more')
  await alice.form()
  const { outcome, errors } = await alice.submits({ championIds: ['UBOB'], words, ...letter, ...more })
  if (outcome !== 'closed') throw new Error(`not shared: ${outcome} ${JSON.stringify(errors)}`)
  await settled()
  const card = celebrations.messages().at(-1)
  if (!card) throw new Error('no card')
  return card
}
