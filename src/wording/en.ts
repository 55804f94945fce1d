import * as announcement from './en/announcement.ts'
import * as awarding from './en/award.ts'
import * as awardNotes from './en/award-notes.ts'
import * as ballot from './en/ballot.ts'
import * as board from './en/board.ts'
import * as capture from './en/capture.ts'
import { commands } from './en/commands.ts'
import * as digest from './en/digest.ts'
import { doctor } from './en/doctor.ts'
import { exports } from './en/export.ts'
import * as faults from './en/fault.ts'
import { help } from './en/help.ts'
import { home } from './en/home.ts'
import * as letter from './en/letter.ts'
import * as nomination from './en/nomination.ts'
import * as notes from './en/notes.ts'
import { importing, praiseDoor, sourceCommands } from './en/praise.ts'
import { prizeParts } from './en/prize-parts.ts'
import * as prizes from './en/prizes.ts'
import { problems, unknownProblem } from './en/problems.ts'
import { rehearsal } from './en/rehearsal.ts'
import * as roundNotes from './en/round-notes.ts'
import { roundPrize } from './en/round-prize.ts'
import * as rounds from './en/rounds.ts'
import * as say from './en/say.ts'
import * as setup from './en/setup.ts'
import * as story from './en/story.ts'
import * as triage from './en/triage.ts'
import { trouble } from './en/trouble.ts'

/** Every sentence that a person reads in English. Plain text: views decide how it looks. */
export const en = {
  list: say.list,
  listUpTo: say.listUpTo,
  day: say.day,
  days: say.days,
  month: say.month,
  moment: say.moment,
  money: say.money,
  daysOff: say.daysOff,
  ...story,
  ...letter,
  ...capture,
  ...notes,
  ...nomination,
  ...digest,
  ...ballot,
  ...announcement,
  ...board,
  ...setup,
  ...awarding,
  importing,
  praiseDoor,
  ...triage,
  sourceCommands,
  prizeParts,
  roundPrize,
  ...rounds,
  ...roundNotes,
  ...prizes,
  ...awardNotes,
  help,
  home,
  trouble,
  problems,
  unknownProblem,
  ...faults,
  commands,
  exports,
  doctor,
  rehearsal,
}
