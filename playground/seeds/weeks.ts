import type { Week } from './shapes.ts'
import { week1 } from './weeks/week-1.ts'
import { week2 } from './weeks/week-2.ts'
import { week3 } from './weeks/week-3.ts'
import { week4 } from './weeks/week-4.ts'
import { week5 } from './weeks/week-5.ts'
import { week6 } from './weeks/week-6.ts'
import { week7 } from './weeks/week-7.ts'
import { week8 } from './weeks/week-8.ts'
import { week9 } from './weeks/week-9.ts'

/** Oldest first; the last is the week in which the visitor comes in. */
export const weeks: readonly Week[] = [week1, week2, week3, week4, week5, week6, week7, week8, week9]
