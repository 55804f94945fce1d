/** User groups: optional, since they need a scope and a paid plan. Without them the setup simply finds none. */
import type { Choice } from '../views/controls.ts'
import type { Slack } from './slack.ts'

export async function searchGroups({ web, log }: Slack, query: string): Promise<Choice[]> {
  try {
    const { usergroups = [] } = await web.interactive.usergroups.list({ include_disabled: false })
    const asked = query.trim().replace(/^@/, '').toLowerCase()
    return usergroups
      .map(({ id = '', handle = '', name = '' }) => ({ value: id, text: `@${handle} (${name})` }))
      .filter(({ text }) => text.toLowerCase().includes(asked))
  } catch (error) {
    log.info({ error: (error as Error).message }, 'user groups are not available')
    return []
  }
}

export async function findGroup(slack: Slack, id: string): Promise<Choice | undefined> {
  return (await searchGroups(slack, '')).find(({ value }) => value === id)
}

/** Undefined when Slack does not tell. */
export async function listGroupMembers(
  { web, log }: Slack,
  usergroup: string,
): Promise<string[] | undefined> {
  try {
    return (await web.interactive.usergroups.users.list({ usergroup })).users ?? []
  } catch (error) {
    log.info({ error: (error as Error).message }, 'a user group could not be read')
    return undefined
  }
}
