/** Every kind of act there is. */
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import type { Act, Book, Course } from './act.ts'
import { openCheers } from './cheers.ts'
import { openDigests } from './digests.ts'
import { openPraises } from './praises.ts'
import { openPrizes } from './prizes.ts'
import { openRounds, type RoundCourse } from './rounds.ts'
import { openStories, type StoryBook } from './stories.ts'

export type Books = {
  readonly stories: StoryBook
  /** What people do one by one, whenever they like. */
  readonly daily: readonly Book[]
  readonly rounds: RoundCourse
  readonly all: readonly (Book | Course)[]
}

export function openBooks(company: Company): Books {
  const stories = openStories(company)
  const daily = [
    stories,
    openCheers(company),
    openPrizes(company),
    openPraises(company),
    openDigests(company),
  ]
  const rounds = openRounds(company)
  return { stories, daily, rounds, all: [...daily, rounds] }
}

export function drawAct(books: Books, dice: Dice): Act {
  const drawn = dice.between(
    1,
    books.daily.reduce((sum, { weight }) => sum + weight, 0),
  )
  let passed = 0
  const book = books.daily.find(({ weight }) => {
    passed += weight
    return drawn <= passed
  })
  return (book ?? books.stories).draw(dice)
}
