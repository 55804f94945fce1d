/** Every kind of act there is. */
import type { Company } from '../company.ts'
import type { Dice } from '../dice.ts'
import type { Act, Book } from './act.ts'
import { openCheers } from './cheers.ts'
import { openDigests } from './digests.ts'
import { openPraises } from './praises.ts'
import { openPrizes } from './prizes.ts'
import { openStories, type StoryBook } from './stories.ts'

export type Books = { readonly stories: StoryBook; readonly all: readonly Book[] }

export function openBooks(company: Company): Books {
  const stories = openStories(company)
  return {
    stories,
    all: [stories, openCheers(company), openPrizes(company), openPraises(company), openDigests(company)],
  }
}

export function drawAct(books: Books, dice: Dice): Act {
  const drawn = dice.between(
    1,
    books.all.reduce((sum, { weight }) => sum + weight, 0),
  )
  let passed = 0
  const book = books.all.find(({ weight }) => {
    passed += weight
    return drawn <= passed
  })
  return (book ?? books.stories).draw(dice)
}
