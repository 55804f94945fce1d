import { fault } from './en/fault.ts'
import { help } from './en/help.ts'
import * as cheersAndNotes from './en/notes.ts'
import { problems, unknownProblem } from './en/problems.ts'
import * as say from './en/say.ts'
import * as setup from './en/setup.ts'
import * as story from './en/story.ts'

/** Every sentence that a person reads in English. Plain text: views decide how it looks. */
export const en = {
  list: say.list,
  listUpTo: say.listUpTo,
  day: say.day,
  days: say.days,
  month: say.month,
  moment: say.moment,
  ...story,
  ...cheersAndNotes,
  ...setup,
  help,
  problems,
  unknownProblem,
  fault,
}
