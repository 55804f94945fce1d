import { amount, count, it, type Sentences, who } from './details.ts'
import { counted } from './say.ts'

const tooLong = (d: Parameters<Sentences[string]>[0]) =>
  `That is ${counted(count(d.length), 'character', 'characters')}: ${amount(d.max)} are the most.`

/** What is said when something about a round, a nomination or a vote cannot be, or not like this. */
export const roundProblems: Sentences = {
  'round.not-found': () => 'This round is not here any more. /wow rounds shows what there is.',
  'round.hosts-only': () =>
    'Hosts plan rounds. /wow rounds shows what is open, and what you can do there; for anything else, ask a host.',
  'round.group-unreadable': () =>
    'Plaudit cannot read who is in one of these user groups. Choose another one, or let everybody be nominated.',
  'round.prize-gone': () => 'This prize is not in the catalogue any more. Choose another one, or none.',
  'round.title-missing': () => 'Give the round a title, such as “Customer Champion of November”.',
  'round.title-too-short': (d) => `A little more, please: at least ${amount(d.min)} characters.`,
  'round.title-too-long': tooLong,
  'round.criteria-needed': () => 'Say what counts: write at least one criterion, each on a line of its own.',
  'round.criteria-too-many': (d) =>
    `At most ${amount(d.max)} criteria, each on a line of its own. Leave some out.`,
  'round.criterion-too-long': (d) => `Keep each criterion to ${amount(d.max)} characters.`,
  'round.criteria-locked': () =>
    'Somebody was nominated for these criteria already, so they stay as they are. Close the form and open it again.',
  'round.decision-needed': () => 'Choose who decides.',
  'round.decision-locked': () =>
    'Votes are open, so this stays as it is. Close the form and open it again to change the rest.',
  'round.judges-needed': () => 'Choose at least one judge.',
  'round.judges-too-many': (d) => `Choose at most ${amount(d.max)} judges.`,
  'round.judges-unable': () => 'Judges have to be people who work here. Choose somebody else.',
  'round.number-unreadable': (d) => `Write a whole number from ${amount(d.min)} to ${amount(d.max)}.`,
  'round.quorum-above-judges': (d) =>
    `That is more than there are judges. Write ${amount(d.judges)} at most, or choose more judges.`,
  'round.judges-below-quorum': (d) =>
    `It takes ${counted(count(d.quorum), 'judge', 'judges')}, and that stays as it is while they judge. Choose somebody in the place of who leaves.`,
  'round.channel-needed': () => 'Choose the channel that hears of this round.',
  'round.moment-needed': () => 'Choose a day and a time.',
  'round.not-in-order': () => 'This has to come after the date before it. Choose a later day or time.',
  'round.is-past': () => 'This has passed already. Choose a later day or time.',
  'round.moment-passed': () => 'This has happened already, so its date stays as it is.',
  'round.is-over': () =>
    'It is too late to change this round: its votes are closed, or it was cancelled. /wow rounds shows where it stands, and /wow round plans a new one.',
  'round.not-closed': () =>
    'Nominations can only be opened again between their close and the first vote. /wow rounds shows where this round stands.',
  'round.not-nominating': () => 'Nominations are not open in this round. /wow rounds shows where it stands.',
  'round.not-your-own': () =>
    'You are nominated yourself here, so another host has to decide. If there is none, name one with /wow setup.',
  'round.nobody-left': () =>
    'Nobody is left to choose: whoever was nominated has left or stepped aside. You can cancel the round with /wow rounds.',
  'round.winner-needed': () => 'Choose who becomes the champion.',
  'round.not-a-nominee': () => 'Choose somebody who is nominated and still in it.',
  'round.nothing-to-decide': () => 'This is settled already. /wow rounds shows how.',
  'round.nobody-voted': () => 'Nobody voted, so there is nothing to count. Give it more time, or end it.',
  'round.prize-given': () => 'This round has given its prize already. Nothing more to do.',
  'round.prize-retired': () =>
    'This prize is not offered any more. Bring it back with /wow prizes, or award another one with /wow prize.',
  'round.prize-spent': () =>
    'There is still too little left for this prize in the workspace’s budget. Raise it with /wow prizes, then try again.',
  'round.prize-sold-out': () =>
    'There are still too few of this prize. Add some with /wow prizes, then try again.',
  'round.examine-not-yours': () =>
    'You are nominated in this round yourself, so another host has to look at who nominated.',
  'round.why-missing': () => 'Say why you need to look: the other hosts will read it.',
  'round.why-too-short': (d) => `A little more, please: at least ${amount(d.min)} characters.`,
  'round.why-too-long': tooLong,
  'nomination.no-round': () =>
    'Nothing takes nominations right now. Stories that are told with /wow until then can be evidence in the next round.',
  'nomination.not-yet': (d) => `Nominations for ${it(d.title)} are not open yet. /wow rounds says when.`,
  'nomination.too-late': (d) =>
    `Nominations for ${it(d.title)} are closed. Tell the story with /wow, so that it is not lost.`,
  'nomination.nominee-needed': () => 'Choose who you nominate.',
  'nomination.not-oneself': () => 'Nobody nominates themselves: choose somebody else.',
  'nomination.nominee-bot': () => 'That is a bot. Choose the person who stands behind it.',
  'nomination.nominee-left': (d) => `${who(d.name)} does not work here any more. Choose somebody else.`,
  'nomination.nominee-foreign': (d) => `${who(d.name)} works for another company. Choose a colleague.`,
  'nomination.nominee-unknown': () => 'Plaudit does not know this person yet. Try again in a minute.',
  'nomination.not-in-departments': (d) =>
    `This round is for other departments than ${who(d.name)}’s. Tell the story with /wow instead.`,
  'nomination.rests': (d) =>
    `${who(d.name)} won ${it(d.title)} not long ago, and others have their turn now. Tell the story with /wow instead.`,
  'nomination.stepped-aside': (d) =>
    `${who(d.name)} cannot be nominated in this round any more. Tell the story with /wow instead.`,
  'nomination.reason-missing': () => 'Say why: these words are what your colleague will read.',
  'nomination.reason-too-short': (d) =>
    `A little more, please: at least ${amount(d.min)} characters. What did they do, and for whom?`,
  'nomination.reason-too-long': tooLong,
  'nomination.criterion-gone': () => 'This criterion is not there any more. Choose another one.',
  'nomination.evidence-not-theirs': () =>
    'One of these stories is not about this person, or was taken back. Choose among those in the list.',
  'nomination.evidence-too-many': (d) => `Choose at most ${amount(d.max)} stories.`,
  'nomination.not-found': () => 'This nomination is not here any more. /wow nominate begins a new one.',
  'nomination.not-nominated': () => 'You are not nominated in this round. Nothing to do.',
  'nomination.decided': () => 'This round is over, so there is nothing left to step aside from.',
  'ballot.not-yet': (d) => `Votes for ${it(d.title)} are not open yet. /wow rounds says when.`,
  'ballot.closed': (d) => `Votes for ${it(d.title)} are closed. /wow rounds shows what came of it.`,
  'ballot.no-round': () => 'There is nothing to vote for right now. /wow rounds says when there is.',
  'ballot.judges-only': () => 'Judges decide this round. /wow rounds shows who won, once they have.',
  'ballot.hosts-only': () => 'The hosts decide this round. /wow rounds shows who won, once they have.',
  'ballot.not-oneself': () => 'Nobody votes for themselves: choose somebody else.',
  'ballot.own-nominee': () => 'You nominated this person, so the other judges score them.',
  'ballot.not-a-nominee': () => 'This person is not in the round any more. Choose somebody else.',
  'ballot.words-later': () => 'What was written about you comes to you once this round is over.',
  'ballot.score-needed': () => 'Choose a score from 1 to 5.',
}
