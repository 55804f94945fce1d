import { app } from './app.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import type { Methods } from './method.ts'
import { reactions } from './reactions.ts'
import { usergroups } from './usergroups.ts'
import { users } from './users.ts'
import { views } from './views.ts'

/** Every method that the pretend Slack knows; any other is an unknown_method. */
export const allMethods = (issueSocketUrl: () => string | undefined): Methods => ({
  ...app(issueSocketUrl),
  ...chat,
  ...conversations,
  ...files,
  ...reactions,
  ...usergroups,
  ...users,
  ...views,
})
