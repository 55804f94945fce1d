import { isInRoundChannel } from '../../domain/delivery.ts'

/** What hosts read when something could not be said: what it was, why, and what to do. */
export const trouble = {
  failed: (what: string, where: string) => `${what} could not reach ${where}.`,
  /** In place of who it is, where that is nobody's business. */
  somebody: 'whoever it is for',
  failedSpoken: (what: string) => `${what} could not be posted.`,
  channelShared: (where: string) =>
    `${where} is now shared with another company, so Plaudit has stopped posting there. Choose another channel in the setup, or end the sharing.`,
  channelSharedSpoken: 'A channel is now shared with another company, so Plaudit has stopped posting there.',
  channelLost: (where: string) =>
    `Plaudit can no longer post in ${where}: it was archived, deleted, or Plaudit was removed. Invite Plaudit there again (/invite @Plaudit), or choose another channel in the setup.`,
  channelLostSpoken: 'Plaudit can no longer post in a channel.',
  code: (error: string) => `Slack’s own word for it: ${error}`,
  retry: 'Try again',
  setup: 'Open the setup',
  nothingLost: 'Nothing is lost: it is kept and can be tried again at any time.',
  what: {
    'story.card': 'A story',
    'story.photo': 'A story’s photo',
    'story.credit': 'A note to a champion',
    'story.receipt': 'A note to a storyteller',
    'story.gone': 'A note about a story that was taken back',
    'story.name-off': 'A note to a storyteller',
    digest: 'The weekly digest',
    'digest.more': 'The rest of the weekly digest',
    'digest.preview': 'The preview of the digest',
    'digest.ask': 'The request for a note',
    'award.photo': 'The photo of a gift',
    'award.post': 'A prize in a story’s thread',
    'award.note': 'A note to a champion about a prize',
    'award.waiting': 'A note to a manager, that a prize waits for approval',
    'award.decided': 'A note to a manager, whether a prize was approved',
    'award.approval': 'The request to approve a prize',
    'award.reminder': 'The reminder of a prize that waits for approval',
    'award.todo': 'The task of handing a prize over',
    'award.cancelled': 'The note that a prize was cancelled',
    'award.uncredited': 'A note to a manager, that a champion is not in a story any more',
    'award.retracted': 'A note to a manager, that a story with their prize was taken back',
    'round.prize': 'A note to a host, that the prize of a round could not be given',
    'prizes.reminder': 'The reminder of prizes to be handed over',
    'praise.card': 'A customer’s letter, for the triage channel',
    'praise.group': 'Customers’ letters, for the triage channel',
    'praise.reminder': 'The reminder of customers’ letters that wait',
    'praise.unchosen': 'The note that customers’ letters wait',
    'capture.ask': 'The question to who reacted',
    'capture.request': 'The question to an author',
    'capture.answer': 'An author’s answer',
    'capture.author': 'A note to an author',
    'round.vote': 'The vote of a round',
    'round.judge': 'A note to a judge',
    'round.judge-reminder': 'The reminder of a judge',
    'round.announced': 'The announcement of a champion',
    'round.words': 'A nominee’s words',
    'round.opened': 'The post that nominations are open',
    'round.reminder': 'The reminder that nominations close',
    'round.nominee': 'A note to somebody who was nominated',
    'round.decide': 'A question to a host about a round',
    'round.unwon': 'A note to a host about a round without a champion',
    'round.examined': 'A note to a host, that another one looked at who nominated',
    'round.cancelled': 'A note that a round was cancelled',
    'board.month': 'The board of the month',
    welcome: 'The welcome post',
    'setup.hint': 'The hint how to set Plaudit up',
    'setup.changed': 'The note about changed settings',
    help: 'The help page',
  } as Readonly<Record<string, string>>,
  something: 'A message',
  /** What to do about Slack's code, of a delivery of some kind. */
  todoFor: (kind: string, error: string): string =>
    (isInRoundChannel(kind) ? todoInRoundChannel[error] : undefined) ??
    todo[error] ??
    'Try again. If it fails again, npx plaudit doctor says more to whoever runs Plaudit.',
  retrying: 'It is being tried again. If it cannot be said this time either, you will hear.',
  nothingToRetry: 'There is nothing left to try here: it was said, or is being tried already.',
}

/** A round has a channel of its own. */
const todoInRoundChannel: Readonly<Record<string, string>> = {
  channel_shared:
    'That channel is shared with another company now, so Plaudit says nothing there. End the sharing and try again, or choose another channel in the round’s form (/wow rounds): what is said from then on is said there.',
  channel_not_found:
    'Plaudit cannot see that channel. Invite Plaudit there (/invite @Plaudit) and try again. If it was deleted, choose another one in the round’s form (/wow rounds): what is said from then on is said there.',
  is_archived:
    'That channel is archived. Unarchive it and try again, or choose another one in the round’s form (/wow rounds): what is said from then on is said there.',
  restricted_action_thread_only_channel:
    'That channel only takes replies in threads. Choose another one in the round’s form (/wow rounds): what is said from then on is said there.',
}

const todo: Readonly<Record<string, string>> = {
  channel_shared:
    'That channel is shared with another company now, so Plaudit says nothing there. End the sharing and try again, or choose another channel in the setup.',
  not_in_channel: 'Plaudit is not in that channel. Invite it there (/invite @Plaudit), then try again.',
  channel_not_found:
    'Plaudit cannot see that channel. If it is private, invite Plaudit there (/invite @Plaudit) and try again; if it was deleted, choose another one in the setup.',
  is_archived: 'That channel is archived. Unarchive it and try again, or choose another one in the setup.',
  restricted_action:
    'The workspace’s rules keep Plaudit from posting there. Ask a Slack admin to let it post in that channel, then try again.',
  restricted_action_read_only_channel:
    'Only some people may post in that channel. Let Plaudit post there in the channel’s settings, then try again.',
  restricted_action_thread_only_channel:
    'That channel only takes replies in threads. Choose another one in the setup.',
  user_not_found: 'This person is not in Slack any more. Nothing to do.',
  user_disabled: 'This person’s account is switched off. Nothing to do.',
  cannot_dm_bot: 'Bots take no messages. Nothing to do.',
  messages_tab_disabled:
    'The app’s Messages tab is switched off, so Plaudit cannot write to people. Switch it on in the app’s settings (App Home), then try again.',
  invalid_blocks:
    'Slack refused how the message is built. That is a mistake in Plaudit: please report it with the code below.',
  invalid_blocks_format:
    'Slack refused how the message is built. That is a mistake in Plaudit: please report it with the code below.',
  msg_too_long:
    'The message is too long for Slack. That is a mistake in Plaudit: please report it with the code below.',
  msg_blocks_too_long:
    'The message is too long for Slack. That is a mistake in Plaudit: please report it with the code below.',
  no_text: 'The message was empty. That is a mistake in Plaudit: please report it with the code below.',
  missing_scope:
    'Plaudit lacks a permission. Compare the app’s scopes with manifest.yml, reinstall it, then try again.',
  invalid_auth: 'Slack does not accept Plaudit’s token. Whoever runs Plaudit has to renew SLACK_BOT_TOKEN.',
  token_revoked:
    'Plaudit’s token was revoked. Whoever runs Plaudit has to install it again and renew SLACK_BOT_TOKEN.',
  account_inactive:
    'Plaudit’s account was switched off. A Slack admin has to install it again; whoever runs it renews SLACK_BOT_TOKEN.',
  file_too_large:
    'It is larger than 20 MB, so the story stands without it. Nothing to do; its teller may have a smaller one.',
  prize_photo_too_large:
    'It is larger than 20 MB, so the prize was given without it. Choose a smaller one with /wow prizes for the next time.',
  message_not_found: 'The post is not there any more: somebody deleted it. Nothing to do.',
  cant_update_message:
    'Slack does not let Plaudit change that post. Nothing to do, unless it must not be read: then delete it.',
  edit_window_closed:
    'The workspace’s rules do not let posts be changed after so long. If it must not be read any more, delete it.',
}
