/**
 * Who may do what: every command, button, choice, form, shortcut and page, by every role. `docs/security.md` shows it; the
 * tests beside it walk the whole of it over the wire, and see to it that nothing is listened to that it does not name.
 */
import { type Insider, insiderRoles } from './roles.ts'

export type Row = {
  /** The surface and its id, and after ` · ` which of several things it does: `press story.menu · edit`. */
  readonly what: string
  readonly does: string
  /** Who may. Outsiders may nothing. */
  readonly may: readonly Insider[]
  /** The keys of the sentences of which everybody else of the company reads one; `nothing`: a list that stays empty. */
  readonly refusal: readonly string[]
}

const everybody = insiderRoles
const except = (...roles: Insider[]): Insider[] => insiderRoles.filter((role) => !roles.includes(role))
const readers = except('guestOutside')
const hosts: readonly Insider[] = ['host']
const managers: readonly Insider[] = ['giver', 'manager']
const triagers: readonly Insider[] = ['triager', 'host']
const fulfillers: readonly Insider[] = ['fulfiller', 'host']
const admins: readonly Insider[] = ['host', 'admin']

const row = (what: string, does: string, may: readonly Insider[], ...refusal: string[]): Row => ({
  what,
  does,
  may,
  refusal,
})
const forHosts = (what: string, does: string): Row => row(what, does, hosts, 'host.only')
const forAll = (what: string, does: string): Row => row(what, does, everybody)

const commands: readonly Row[] = [
  forAll('command /wow', 'open the form of a story'),
  forAll('command /wow letter', 'open the form of a letter'),
  forAll('command /wow help', 'read what there is'),
  row('command /wow setup', 'open the setup', admins, 'setup.admins-only'),
  row('command /wow digest', 'read the week so far', readers, 'guest.members-only'),
  row('command /wow leaderboard', 'read a board', readers, 'guest.members-only'),
  forAll('command /wow leaderboard off', 'leave the boards'),
  forAll('command /wow leaderboard on', 'come back to the boards'),
  row('command /wow prize', 'list the stories without a prize', managers, 'award.managers-only'),
  forAll('command /wow prizes', 'open the page of prizes, each their own'),
  row('command /wow prizes todo', 'list what is to be handed over', fulfillers, 'award.fulfillers-only'),
  row('command /wow letters', 'list the letters that wait', triagers, 'praise.triage-only'),
  forHosts('command /wow sources', 'list the sources of letters'),
  forHosts('command /wow capture', 'see in which channels reactions ask'),
]

const shortcuts: readonly Row[] = [
  row('shortcut prize.award', 'award a prize for a card', managers, 'award.managers-only'),
  forAll('shortcut story.share', 'make a story of a message that everybody can read'),
]

const stories: readonly Row[] = [
  forAll('press story.tell', 'open the form of a story'),
  forAll('press home.tell', 'open the form of a story'),
  forAll('press story.more', 'see all fields of one’s own form'),
  row('press story.cheer', 'cheer', except('champion'), 'cheer.own-story'),
  forAll('press story.uncheer', 'take one’s own cheer back'),
  forAll('press story.menu · tell', 'open the form of a story'),
  row('press story.menu · edit', 'change a story', ['teller', 'host'], 'story.only-teller-edits'),
  row(
    'press story.menu · own',
    'see what one may do',
    ['teller', 'champion', 'host'],
    'story.only-teller-edits',
  ),
  row('press story.menu · name-off', 'take one’s own name off', ['champion'], 'story.not-about-you'),
  forAll('press story.menu · thank', 'open what there is to answer to the customer'),
  row(
    'press story.menu · voice',
    'add a voice',
    except('teller', 'champion'),
    'voice.teller',
    'voice.champion',
  ),
  row('press story.nameOff', 'take one’s own name off', ['champion'], 'story.not-about-you'),
  row('press story.edit', 'change a story', ['teller', 'host'], 'story.only-teller-edits'),
  row(
    'press story.retract',
    'open the form that takes a story back',
    ['teller', 'host'],
    'story.not-yours-to-take-back',
  ),
  row('press voice.add', 'add a voice', except('teller', 'champion'), 'voice.teller', 'voice.champion'),
  forAll('press voice.takeBack', 'take one’s own voice back'),
  forAll('submit story.tell', 'tell a story'),
  row('submit story.tell · editing', 'change a story', ['teller'], 'story.only-teller-edits'),
  row('submit story.tell · praise', 'share what waits', triagers, 'praise.triage-only'),
  row('submit story.tell · message', 'share private words', ['author'], 'capture.not-allowed'),
  row('submit story.preview', 'say yes to one’s own preview', ['teller'], 'story.draft-gone'),
  row('submit story.retract', 'take a story back', ['teller', 'host'], 'story.not-yours-to-take-back'),
  row('submit story.nameOff', 'take one’s own name off', ['champion'], 'story.not-about-you'),
  row('submit voice.add', 'add a voice', except('teller', 'champion'), 'voice.teller', 'voice.champion'),
]

const letters: readonly Row[] = [
  forAll('press letter.switch', 'make a letter’s form of one’s own, and back'),
  forAll('press letter.permission', 'see what else one’s own form asks'),
  row('press letter.lift', 'show what is masked in one’s own preview', ['teller'], 'story.draft-gone'),
  row('press letter.hide', 'hide more in one’s own preview', ['teller'], 'story.draft-gone'),
  forHosts('press letter.original', 'read what was masked'),
  forHosts('press letter.erase', 'erase what was masked'),
  forAll('press letter.whole', 'read a shared letter whole'),
  forAll('press whole.previous', 'turn its pages'),
  forAll('press whole.next', 'turn its pages'),
  row('press whole.previous · waiting', 'turn pages of one that waits', triagers, 'praise.triage-only'),
  row('press whole.next · waiting', 'turn pages of one that waits', triagers, 'praise.triage-only'),
  row('submit letter.permission', 'say what may be shown', ['teller', 'host'], 'letter.not-yours'),
  forAll('submit letter.thanks', 'say that the customer was thanked'),
]

const messages: readonly Row[] = [
  row('press capture.allow', 'let one’s words be shared', ['author'], 'capture.request-gone'),
  row('press capture.refuse', 'keep one’s words private', ['author'], 'capture.request-gone'),
  row('press capture.share', 'make a story of it', ['reactor'], 'capture.request-gone'),
  row('press capture.takeBack', 'take one’s words back', ['author'], 'capture.not-your-words'),
  forHosts('submit capture.save', 'choose where reactions ask'),
]

const digests: readonly Row[] = [
  row('press digest.note', 'open one’s note', ['host', 'leader'], 'host.only'),
  forHosts('press digest.ask', 'ask a leader for a note'),
  forHosts('press digest.lead', 'choose the first story'),
  forHosts('press digest.leaveOut', 'leave a story out'),
  forHosts('press digest.putBack', 'put a story back'),
  forHosts('press digest.skip', 'skip this week'),
  forHosts('press digest.unskip', 'do not skip it'),
  row('suggest digest.lead', 'look for a story', hosts, 'nothing'),
  row('suggest digest.leaveOut', 'look for a story', hosts, 'nothing'),
  row('submit digest.note', 'write a note', ['host', 'leader'], 'host.only'),
  forHosts('submit digest.ask', 'ask a leader for a note'),
]

const boards: readonly Row[] = [
  row('press board.period', 'read another board', readers, 'guest.members-only'),
  row('press board.view', 'read another board', readers, 'guest.members-only'),
  row('press home.board', 'read a board', readers, 'guest.members-only'),
  row('press home.digest', 'read the week so far', readers, 'guest.members-only'),
  forAll('press home.help', 'read what there is'),
  forAll('home', 'open one’s own Home'),
]

const awards: readonly Row[] = [
  row('press prize.award', 'open the form of an award', managers, 'award.managers-only'),
  row('press award.approve', 'approve a prize', ['approver'], 'award.approvers-only'),
  row('press award.decline', 'open the form that declines', ['approver'], 'award.approvers-only'),
  row('press award.handOver', 'open the form that hands over', fulfillers, 'award.fulfillers-only'),
  row('press award.cancel', 'open the form that cancels', fulfillers, 'award.fulfillers-only'),
  row(
    'press award.cancel · waiting',
    'open the form that cancels what waits',
    ['giver', ...fulfillers],
    'award.fulfillers-only',
  ),
  row(
    'press award.noted',
    'read what was noted about it',
    ['giver', 'champion', ...fulfillers],
    'award.not-yours',
  ),
  row('submit award.give', 'award a prize', managers, 'award.managers-only'),
  row('submit award.questions', 'award a prize', managers, 'award.managers-only'),
  row('submit award.decline', 'decline a prize', ['approver'], 'award.approvers-only'),
  row('submit award.handOver', 'hand a prize over', fulfillers, 'award.fulfillers-only'),
  row('submit award.cancel', 'cancel a prize', fulfillers, 'award.fulfillers-only'),
  row(
    'submit award.cancel · waiting',
    'cancel what waits',
    ['giver', ...fulfillers],
    'award.fulfillers-only',
  ),
]

const prizes: readonly Row[] = [
  forAll('press prizes.open', 'open the page of prizes, each their own'),
  row('press prizes.todo', 'list what is to be handed over', fulfillers, 'award.fulfillers-only'),
  forHosts('press prizes.export', 'choose what to download'),
  forHosts('press prizes.settings', 'see the settings of prizes'),
  forHosts('press prize.add', 'add a prize'),
  forHosts('press prize.menu · edit', 'change a prize'),
  forHosts('press prize.menu · retire', 'retire a prize'),
  forHosts('press prize.edit', 'change a prize'),
  forHosts('press prize.retire', 'retire a prize'),
  forHosts('press prize.bringBack', 'bring a prize back'),
  forHosts('press prize.kind', 'make a prize of another kind'),
  forHosts('press budget.add', 'give a manager a budget'),
  forHosts('press budget.edit', 'change a manager’s budget'),
  forHosts('submit prize.save', 'keep a prize'),
  forHosts('submit prizes.settings', 'keep the settings of prizes'),
  forHosts('submit prizes.export', 'download who got what'),
  forHosts('submit budget.save', 'keep a manager’s budget'),
]

const praises: readonly Row[] = [
  row('press praise.share', 'open the form with what waits', triagers, 'praise.triage-only'),
  row('press praise.dismiss', 'open the form that says it is no WOW', triagers, 'praise.triage-only'),
  row('press praise.whole', 'read one that waits whole', triagers, 'praise.triage-only'),
  row('press praises.open', 'list the letters that wait', triagers, 'praise.triage-only'),
  row('press praises.previous', 'turn the pages of the list', triagers, 'praise.triage-only'),
  row('press praises.next', 'turn the pages of the list', triagers, 'praise.triage-only'),
  forHosts('press praises.settings', 'see where letters wait'),
  forHosts('press sources.open', 'list the sources of letters'),
  forHosts('press source.add', 'add a source'),
  forHosts('press source.rotate', 'make a new secret, which is shown once'),
  forHosts('press source.revoke', 'close a source'),
  forHosts('press source.reopen', 'open a source again'),
  row('submit praise.dismiss', 'say that it is no WOW', triagers, 'praise.triage-only'),
  forHosts('submit praises.settings', 'choose where letters wait'),
  forHosts('submit source.add', 'add a source'),
]

const setup: readonly Row[] = [
  row('press setup.open', 'open the setup', admins, 'setup.admins-only'),
  row('submit setup.save', 'set it up; an admin: hosts and channel alone', admins, 'setup.admins-only'),
  row('submit welcome.post', 'post the first message', admins, 'setup.admins-only'),
  row('suggest setup.managerGroup', 'look for a user group', admins, 'nothing'),
  forAll('suggest setup.zone', 'look for a time zone'),
  forAll('suggest setup.currency', 'look for a currency'),
  forHosts('press delivery.retry', 'have tried again what could not be said'),
]

const planners = (what: string, does: string): Row => row(what, does, hosts, 'round.hosts-only')
const judges = (what: string, does: string): Row =>
  row(what, does, ['judge'], 'ballot.judges-only', 'guest.members-only')
const nominee = (what: string, does: string): Row => row(what, does, ['champion'], 'nomination.not-nominated')
const nominator = (what: string, does: string): Row => row(what, does, ['teller'], 'nomination.not-found')
const voters = except('guestOutside', 'champion')

/** The champion of the story is nominated, by its teller. */
const rounds: readonly Row[] = [
  forAll('command /wow nominate', 'open the form that nominates'),
  planners('command /wow round', 'open the form of a round'),
  row('command /wow rounds', 'see the rounds', readers, 'guest.members-only'),
  row('command /wow vote', 'see what to vote on', readers, 'guest.members-only'),
  forAll('press story.nominate', 'open the form that nominates'),
  forAll('press story.menu · nominate', 'open the form that nominates'),
  forAll('press round.nominate', 'open the form that nominates'),
  forAll('press nomination.round', 'choose in one’s own form that nominates'),
  forAll('press nomination.nominee', 'choose in one’s own form that nominates'),
  row('suggest nomination.evidence', 'look for stories that show it', readers, 'nothing'),
  forAll('submit nomination.save', 'nominate a colleague'),
  nominator('press nomination.edit', 'change one’s own nomination'),
  nominator('press nomination.withdraw', 'withdraw one’s own nomination'),
  nominee('press round.stepAside', 'step aside as a nominee'),
  nominee('press words.read', 'read what was written about oneself'),
  row('press ballot.vote', 'vote', voters, 'ballot.not-oneself', 'guest.members-only'),
  row('suggest ballot.vote', 'see whom one can vote for', readers, 'nothing'),
  row('press ballot.reasons', 'read the reasons, without who wrote them', readers, 'guest.members-only'),
  row('press reasons.previous', 'turn the pages of reasons', readers, 'guest.members-only'),
  row('press reasons.next', 'turn the pages of reasons', readers, 'guest.members-only'),
  judges('press round.judge', 'see whom to judge'),
  judges('press judging.previous', 'turn the pages of nominees'),
  judges('press judging.next', 'turn the pages of nominees'),
  judges('press ballot.score', 'open the form that judges'),
  judges('submit ballot.score', 'judge'),
  row('press rounds.open', 'see the rounds', readers, 'guest.members-only'),
  planners('press round.plan', 'open the form of a round'),
  planners('press round.decidedBy', 'choose in the form of a round'),
  row('suggest round.groups', 'look for a user group', hosts, 'nothing'),
  planners('submit round.save', 'plan or change a round'),
  planners('press round.menu · edit', 'change a round'),
  planners('press round.menu · reopen', 'open nominations again'),
  forHosts('press round.menu · close', 'close nominations early'),
  forHosts('press round.menu · cancel', 'cancel a round'),
  forHosts('press round.menu · stop', 'end its repeating'),
  forHosts('press round.menu · examine', 'ask who nominated, for a reason that is recorded'),
  forHosts('submit round.confirm', 'cancel, close or end a round'),
  forHosts('submit round.examine', 'see who nominated, for a reason that is recorded'),
  forHosts('press examined.previous', 'turn the pages of who nominated'),
  forHosts('press examined.next', 'turn the pages of who nominated'),
  forHosts('press round.decide', 'see whom to choose as the champion'),
  forHosts('submit round.decide', 'choose the champion where votes are tied, or hosts decide'),
  forHosts('press round.moreTime', 'give voters more time'),
  forHosts('press round.count', 'count what there is'),
  forHosts('press round.end', 'end a round without a champion'),
  forHosts('press round.prize', 'give the prize of a round'),
]

export const table: readonly Row[] = [
  ...commands,
  ...shortcuts,
  ...stories,
  ...letters,
  ...messages,
  ...digests,
  ...boards,
  ...awards,
  ...prizes,
  ...praises,
  ...setup,
  ...rounds,
]

/** Where something comes in that is no person in front of Slack's window. */
export type Door = { readonly what: string; readonly does: string; readonly who: string }

const door = (what: string, does: string, who: string): Door => ({ what, does, who })
const slack = 'Slack, by its signature or its own connection, and of this workspace'
const operator = 'whoever may run commands as the owner of the database'
const event = (type: string, does: string): Door => door(`event ${type}`, does, slack)
const cli = (command: string, does: string): Door => door(`cli ${command}`, does, operator)

export const doors: readonly Door[] = [
  door('http GET /healthz', 'ask whether it is alive', 'whoever reaches the port'),
  door('http GET /readyz', 'ask whether it is ready', 'whoever reaches the port'),
  door('http GET /metrics', 'read counts', 'whoever reaches the port itself, not through a proxy'),
  door('http POST /slack/events', 'say what people do, over HTTP', slack),
  door(
    'http POST /praise',
    'send a customer’s letter',
    'a source, by its signature, or by its token over TLS',
  ),
  door('http GET /clock', 'read the test clock', 'tests on this machine, beside a pretend Slack'),
  door('http POST /clock', 'set the test clock', 'tests on this machine, beside a pretend Slack'),
  event('reaction_added', 'cheer: everybody of the company but champions; ask for a story where hosts chose'),
  event('reaction_removed', 'take a cheer back'),
  event('app_mention', 'answer people of the company with help'),
  event('message', 'answer people of the company with help'),
  event('user_change', 'know who left, who is a guest or an admin'),
  event('team_join', 'know who is new'),
  event('subteam_updated', 'know who is in a user group of managers'),
  event('channel_archive', 'know where nothing can be said'),
  event('channel_unarchive', 'know where something can be said again'),
  event('channel_shared', 'tell hosts that another company reads along'),
  event('channel_unshared', 'know that it does not any more'),
  event('group_archive', 'know where nothing can be said'),
  event('group_unarchive', 'know where something can be said again'),
  event('channel_left', 'know where nothing can be said'),
  event('group_left', 'know where nothing can be said'),
  event('member_joined_channel', 'know where something can be said'),
  cli('start', 'run Plaudit'),
  cli('doctor', 'check it'),
  cli('retry', 'have tried again what failed'),
  cli('dismiss', 'let go of what failed'),
  cli('job', 'run a scheduled job'),
  cli('rebuild-boards', 'count boards anew'),
  cli('export prizes', 'write who got what'),
  cli('export rounds', 'write what rounds came to'),
  cli('round verify', 'count a round again'),
  cli('backup', 'copy the database'),
  cli('restore', 'put a backup in its place'),
  cli('migrate', 'bring the database up to this version'),
  cli('source add', 'add a source of letters, and read its secret once'),
  cli('source list', 'list sources, without secrets'),
  cli('source rotate', 'make a new secret, and read it once'),
  cli('source revoke', 'close a source'),
  cli('import letters', 'take letters from a file'),
]
