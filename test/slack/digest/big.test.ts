import { expect, test } from '@jest/globals'
import { startPlaudit } from '../../support/plaudit.ts'

test('200 long stories make one valid message, and a thread that holds the rest', async () => {
  const { alice, bob, slack, celebrations, settled, jumpTo } = await startPlaudit()
  await alice.tells(`Story 1 of many. ${'It was a long night. '.repeat(60)}End.`, {
    about: bob,
    lesson: 'Look twice',
  })
  const first = slack.sent('view_submission').at(-1)?.payload
  await Promise.all(
    Array.from({ length: 199 }, (_, n) => {
      const again = JSON.parse(
        JSON.stringify(first).replace('Story 1 of many', `Story ${n + 2} of many`),
      ) as { view: { id: string } }
      again.view.id = `V${n}`
      return slack.send('interactive', again)
    }),
  )
  await settled()
  expect(celebrations.texts()).toHaveLength(200)
  await jumpTo('2026-03-13 16:00')
  const digest = await celebrations.shows('The week’s WOW stories')
  const text = celebrations.text(digest)
  expect(text).toContain('200 stories about 1 colleague')
  const more = Number(/… and (\d+) more, in the thread/.exec(text)?.[1])
  const pages = celebrations.replyTexts(digest)
  const numbersIn = (one: string) => [...one.matchAll(/Story (\d+) of many/g)].map(([, n]) => Number(n))
  expect(pages.flatMap(numbersIn)).toHaveLength(more)
  const all = [...numbersIn(text), ...pages.flatMap(numbersIn)]
  expect(new Set(all).size).toBe(200)
  expect(all).toHaveLength(200)
}, 30_000)
