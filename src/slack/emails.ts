/**
 * E-mail addresses, for an export that somebody asked for: read when they are needed, never stored and never logged.
 * Without the optional scope there are none, and the rest of the export is as it is.
 */

import type { UsersListResponse } from '@slack/web-api'
import { WebClient } from '@slack/web-api'
import type { Config, Secrets } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import { type Log, slackLogger } from './log.ts'
import { outcomeOf } from './outcome.ts'
import type { Web } from './web.ts'

const SCOPE = 'users:read.email'
/** More are read with the whole directory, page by page: that takes fewer calls. */
const MOST_ASKED_ONE_BY_ONE = 50
const AT_ONCE = 5

type Member = NonNullable<UsersListResponse['members']>[number]
type Answer = { readonly response_metadata?: { readonly scopes?: string[] } }

export type Emails = {
  /**
   * By person; who has none that Plaudit may see is missing. It takes as long as Slack's pace asks for. Throws a Problem
   * when Slack does not answer.
   */
  emailsOf(personIds: Iterable<string>): Promise<ReadonlyMap<string, string>>
}

/** No scope, no addresses: nothing more needs to be asked. */
class NotAllowed extends Error {}

/** @param web a client that waits when Slack asks it to: `patient` */
export function createEmails(web: Web['patient']): Emails {
  return {
    async emailsOf(personIds) {
      const ids = new Set(personIds)
      try {
        return await (ids.size > MOST_ASKED_ONE_BY_ONE ? fromDirectory(web, ids) : oneByOne(web, ids))
      } catch (error) {
        const outcome = outcomeOf(error)
        const isNotAllowed = outcome.what === 'refused' && outcome.error === 'missing_scope'
        if (error instanceof NotAllowed || isNotAllowed) return new Map()
        throw new Problem('conflict', 'slack.no-answer')
      }
    },
  }
}

/** For a command, which has no app around it. */
export function createMailBook(config: Config, secrets: Secrets, log: Log): Emails {
  const retryConfig = { retries: 5, minTimeout: 1_000 }
  const options = { slackApiUrl: config.slackApiUrl, logger: slackLogger(log), retryConfig, timeout: 30_000 }
  return createEmails(new WebClient(secrets.botToken, options))
}

async function oneByOne(web: WebClient, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const ask = async (user: string) => {
    const answer = await web.users.info({ user }).catch(unlessUnknown)
    if (answer) keep(found, ids, [answer.user], answer)
  }
  // The first answer says whether there are any to be had.
  const [first, ...rest] = ids
  if (first) await ask(first)
  while (rest.length > 0) await Promise.all(rest.splice(0, AT_ONCE).map(ask))
  return found
}

async function fromDirectory(web: WebClient, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const page of web.paginate('users.list', { limit: 200 })) {
    keep(found, ids, (page as UsersListResponse).members ?? [], page as Answer)
    if (found.size === ids.size) break
  }
  return found
}

function keep(
  found: Map<string, string>,
  wanted: ReadonlySet<string>,
  members: readonly (Member | undefined)[],
  { response_metadata }: Answer,
): void {
  const { scopes } = response_metadata ?? {}
  if (scopes && !scopes.includes(SCOPE)) throw new NotAllowed()
  for (const member of members) {
    const { id, profile } = member ?? {}
    if (id && wanted.has(id) && profile?.email) found.set(id, profile.email)
  }
}

/** Somebody whom Slack does not show has no address. */
function unlessUnknown(error: unknown): undefined {
  const outcome = outcomeOf(error)
  const isUnknown = outcome.what === 'refused' && outcome.error !== 'missing_scope'
  if (!isUnknown) throw error
}
