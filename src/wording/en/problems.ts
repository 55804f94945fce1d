import { captureProblems } from './capture-problems.ts'
import { commandProblems } from './commands.ts'
import { amount, type Detail, many, names, type Sentence, type Sentences, sum } from './details.ts'
import { exportProblems } from './export.ts'
import { praiseProblems } from './praise.ts'
import { prizeProblems } from './prize-problems.ts'
import { roundProblems } from './round-problems.ts'
import { counted, daysOff } from './say.ts'

const is = (value: Detail): string => (many(value).length === 1 ? 'is' : 'are')
const has = (value: Detail): string => (many(value).length === 1 ? 'has' : 'have')
const over = ({ length, max }: Parameters<Sentence>[0]): string =>
  counted(Number(length ?? 0) - Number(max ?? 0), 'character', 'characters')

const tooLong: Sentence = (d) =>
  `That is ${over(d)} too long: ${amount(d.max)} fit. Please shorten it a little.`

const story: Sentences = {
  'story.champions-missing': () => 'Choose at least one colleague who made it happen.',
  'story.champions-too-many': (d) =>
    `A story can name ${amount(d.max)} colleagues, and you chose ${amount(d.count)}. Name the ones closest to it, and thank the others under “Add more”.`,
  'story.about-someone-else': (d) =>
    Number(d.others ?? 0) > 0
      ? 'You are honoured as the one who tells it. Please leave yourself out: a colleague can tell your part.'
      : 'You are honoured as the one who tells it, so it has to be about somebody else. Ask a colleague to tell what you did: it reads better from them.',
  'story.name-taken-off': (d) =>
    `${names(d.names)} prefer${many(d.names).length === 1 ? 's' : ''} not to be named in this story. Please leave them out; a thank-you in person is always welcome.`,
  'story.champion-unknown': (d) =>
    `Plaudit does not know ${names(d.names)} yet. Try again in a minute, or choose somebody else.`,
  'story.champion-is-bot': (d) =>
    `${names(d.names)} ${is(d.names)} not a person. Choose the colleague behind it, or leave it out.`,
  'story.champion-has-left': (d) =>
    `${names(d.names)} ${has(d.names)} left the company. Choose colleagues who are here; you can still tell of others in the text.`,
  'story.champion-is-foreign': (d) =>
    `${names(d.names)} work${many(d.names).length === 1 ? 's' : ''} at another company. Stories name colleagues; thank partners in the text.`,
  'story.words-missing': () => 'Tell what happened, in a sentence or two.',
  'story.words-too-short': (d) =>
    `A little more, please: ${amount(d.min)} characters at least. What did the customer need, and what did they do?`,
  'story.words-too-long': tooLong,
  'story.customer-kind-unknown': () => 'Choose who the customer was from the list.',
  'story.may-not-tell': () =>
    'Only colleagues of this company can tell stories here. Ask one of them to tell yours.',
  'story.only-teller-edits': () =>
    'Only the one who told a story can change its words. Ask them; if your name is in it, you can take that off.',
  'story.not-yours-to-take-back': () =>
    'Only the one who told a story, or a host, can take it back. If it is about you, “Take my name off” works at once.',
  'story.not-about-you': () =>
    'Your name is not in this story, so there is nothing to take off. If you think somebody should not be named, talk to a host.',
  'story.not-found': () => 'This story is not here any more. /wow digest shows the stories of the week.',
  'story.taken-back': () => 'This story has been taken back. /wow digest shows the stories of the week.',
  'story.draft-gone': () => 'This preview is no longer kept. Go back, and press “Share it” once more.',
  'cheer.own-story': () => 'This one is about you, so the cheers are for the others to give. Enjoy them!',
}

const letter: Sentences = {
  'letter.words-missing': () => 'Quote what the customer wrote. The best sentence is enough.',
  'letter.words-too-short': (d) =>
    `A little more, please: ${amount(d.min)} characters at least. The best sentence is enough.`,
  'letter.words-too-long': (d) =>
    `That is ${over(d)} too long: ${amount(d.max)} fit. Quote the best passage, and attach the whole letter as a scan or photo.`,
  'letter.day-unreadable': () => 'Choose a day from the calendar.',
  'letter.day-to-come': () => 'This day is still to come. Choose today or a day before it.',
  'letter.via-unknown': () => 'Choose from the list how the letter arrived, or leave it open.',
  'letter.permission-unknown': () => 'Choose from the list whether we may show the name.',
  'letter.not-yours': () =>
    'Only the one who shared a letter, or a host, can say whether the name may be shown. Tell one of them what the customer said.',
  'letter.hide-not-found': (d) =>
    `${names(many(d.words).map((one) => `“${one}”`))} ${is(d.words)} not in the letter. Copy the words exactly as they stand there, each passage on a line of its own.`,
  'letter.hide-too-much': () =>
    'That would hide too much. Go back and leave the passage out of the letter instead.',
  'letter.original-gone': () =>
    'There is no original of this letter any more: it was erased, or nothing is hidden in it now. The letter itself stays.',
  'letter.whole-gone': () =>
    'There is no more of this letter than what the card says. If it waited for a look, somebody else has decided: its card says who.',
  'letter.not-found': () => 'This is no customer’s letter. /wow digest shows the stories of the week.',
}

const text: Sentences = {
  'text.missing': () => 'Please write something here.',
  'text.too-short': (d) => `A little more, please: ${amount(d.min)} characters at least.`,
  'text.too-long': tooLong,
}

const people: Sentences = {
  'person.unknown': () =>
    'Plaudit has not met you yet. Please try again in a minute; if it does not help, tell a host.',
  'person.not-a-colleague': () =>
    'Plaudit is for people of this company only. Ask a colleague there to do this for you.',
  'host.only': () => 'Only hosts can do this. /wow help says what you can do; for anything else, ask a host.',
  'guest.members-only': () =>
    'Guests can see this once they are in the channel where stories appear. Ask a colleague to add you there.',
  'digest.not-found': () => 'This digest is not here any more. /wow digest shows the week so far.',
  'digest.issued': () =>
    'This digest is out, so nothing can be changed in it any more. The next preview comes before the next digest.',
  'digest.passed': () =>
    'The hour of this digest has passed, and it was skipped: its stories are in the next one, which you can see with /wow digest.',
  'digest.ask-colleague': () =>
    'Choose somebody who works here: bots, leavers and other companies write no notes.',
  'board.off': () => 'Leaderboards are off here. /wow digest shows the stories themselves.',
}

const files: Sentences = {
  'file.scope-missing': () =>
    'Plaudit may not send files here yet. Ask whoever runs it to add the permission files:write, and to install it again.',
  'file.not-sent': () =>
    'Slack did not take the file in time. Please look into your messages from Plaudit, and if it is not there, try again.',
}

const settings: Sentences = {
  'setup.not-yet': () =>
    'Plaudit is not set up yet. An admin or owner of this Slack workspace can do it with /wow setup.',
  'setup.admins-only': () =>
    'Only hosts, and admins or owners of this Slack workspace, can set Plaudit up. Ask one of them.',
  'setup.group-unreadable': () =>
    'Plaudit cannot read who is in this user group. Choose another one, or name the managers one by one.',
  'slack.no-answer': () => 'Slack did not answer in time. Nothing was changed: please try again in a moment.',
  'role.colleagues-only': (d) =>
    `${names(d.names)} cannot take this on. Choose people who work here: no guests, bots, leavers or people of other companies.`,
  'channel.not-visible': () =>
    'Plaudit cannot see this channel. If it is private, invite Plaudit there first (/invite @Plaudit), then save again.',
  'channel.not-a-member': () =>
    'Plaudit is not in this channel. Invite it there first (/invite @Plaudit), then save again.',
  'channel.archived': () => 'This channel is archived. Unarchive it first, or choose another one.',
  'channel.shared': () =>
    'This channel is shared with another company, and stories stay among us. Choose another one.',
  'settings.celebration-channel-needed': () => 'Choose the channel where stories should appear.',
  'settings.day-unknown': () => 'Choose a day from the list.',
  'settings.time-unreadable': () => 'Choose a time, as in 16:00.',
  'settings.zone-unknown': () => 'Choose a time zone from the list: type a city near you.',
  'settings.working-days-needed': () => 'Choose at least one working day.',
  'settings.emoji-unreadable': (d) =>
    `${names(d.words)} ${is(d.words)} no emoji that Plaudit can read. Name them between colons, as in :tada: :clap:.`,
  'settings.emoji-never-cheers': (d) =>
    `${names(d.names)} can be read as disapproval, so ${many(d.names).length === 1 ? 'it never counts' : 'they never count'} as a cheer. Please leave ${many(d.names).length === 1 ? 'it' : 'them'} out.`,
  'settings.emoji-too-many': (d) =>
    `${amount(d.max)} emoji are the most, and these are ${amount(d.count)}. Leave the field empty to let any emoji count.`,
}

const like = ({ example = '100' }: Parameters<Sentence>[0]): string =>
  [...new Set(['100', example])].join(' or ')

const amounts: Sentences = {
  'money.unreadable': (d) => `Write the amount like ${like(d)}.`,
  'money.ambiguous': (d) =>
    `This can be read in two ways. Leave out the mark between the thousands, as in ${d.example ?? 1000}, or write fewer decimals.`,
  'money.other-currency': (d) =>
    `Amounts here are in ${d.currency ?? 'the one currency of this workspace'}. Please write it in that, just the number.`,
  'money.too-fine': (d) =>
    Number(d.decimals ?? 0) === 0
      ? `Write a whole amount, like 100: ${d.currency ?? 'this currency'} has no decimals.`
      : `Write ${counted(Number(d.decimals), 'decimal', 'decimals')} at most: ${d.currency ?? 'this currency'} has no more.`,
  'money.too-little': (d) => {
    const min = Number(d.min ?? 0)
    if (min <= 0) return 'An amount cannot be below zero. Write 0 or more.'
    return min === 1
      ? 'Write an amount that is more than nothing.'
      : `Write ${sum(min, d.currency)} or more: that is the least here.`
  },
  'money.too-much': (d) =>
    `That is more than Plaudit can count. Write ${sum(d.max, d.currency)} at most, or check for a zero too many.`,
  'days.unreadable': () => 'Write the days as a number, like 1 or 0.5.',
  'days.not-half': () => 'Only whole and half days can be counted. Write them like 1, 0.5 or 1.5.',
  'days.too-few': (d) =>
    Number(d.min ?? 0) <= 0
      ? 'Days off cannot be below zero. Write 0 or more.'
      : `Write at least ${daysOff(Number(d.min))}, like 0.5 for half a day or 1.`,
  'days.too-many': (d) =>
    Number(d.max) > 100
      ? `Write ${amount(d.max)} days at most, or check for a digit too many.`
      : `Write ${amount(d.max)} days at most. For more than that, please agree it in person.`,
}

/** A sentence for every problem that a person can mend: what is wrong, and what to do instead. */
export const problems: Sentences = {
  ...story,
  ...letter,
  ...text,
  ...people,
  ...files,
  ...settings,
  ...amounts,
  ...prizeProblems,
  ...roundProblems,
  ...exportProblems,
  ...praiseProblems,
  ...captureProblems,
  ...commandProblems,
}

/** For a key that has no sentence yet. */
export const unknownProblem = 'That did not work. Please check what you entered and try again, or ask a host.'
