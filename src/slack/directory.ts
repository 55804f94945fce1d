/** The directory: people as Slack describes them, fetched in the background, and at once for those who act now. */
import type { UsersListResponse } from '@slack/web-api'
import type { NewsOfPerson } from '../domain/heard.ts'
import { cleaned, isBlank, oneLine } from '../domain/text.ts'
import { listPeople, listStrangers } from '../store/people.ts'
import { meetPeople } from '../usecases/hearing.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import type { Identity } from './identify.ts'
import type { Log } from './log.ts'
import type { Web } from './web.ts'

export type Member = NonNullable<UsersListResponse['members']>[number]

export type Directory = {
  /** Makes sure these people are known, asking Slack about the others; whom Slack does not tell of stays unknown. */
  meet(ids: readonly string[]): Promise<void>
  /** Reads the whole directory, page by page. Nobody waits for it. */
  sync(): Promise<void>
  /** Looks up those who were seen in passing. */
  meetStrangers(): Promise<void>
  /** Whether a person is in a channel. */
  isIn(channel: string, personId: string): Promise<boolean>
}

export function createDirectory(app: Plaudit, web: Web, identity: Identity, log: Log): Directory {
  const keep = (members: readonly Member[]) =>
    app.store.write((tx) =>
      meetPeople(
        tx,
        members.flatMap((member) => newsOfMember(member, identity.workspaceId) ?? []),
      ),
    )

  const ask = async (client: Web['interactive'], ids: readonly string[]) => {
    const answers = await Promise.allSettled(
      ids.map((user) => client.users.info({ user, include_locale: true })),
    )
    const found = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? (answer.value.user ?? []) : [],
    )
    if (found.length > 0) await keep(found)
  }

  /** Who is known once stays known. */
  const met = new Set<string>()

  /** Slack may take longer than it is until the next look: one at a time. */
  let meeting: Promise<void> | undefined
  const meetSome = async () => ask(web.patient, await app.store.read((reader) => listStrangers(reader, 20)))

  return {
    async meet(ids) {
      const unsure = ids.filter((id) => !met.has(id))
      if (unsure.length === 0) return
      const people = await app.store.read((reader) => listPeople(reader, unsure))
      for (const { id, isKnown } of people.values()) if (isKnown) met.add(id)
      await ask(
        web.interactive,
        unsure.filter((id) => !met.has(id)),
      )
    },
    async sync() {
      let people = 0
      for await (const page of web.patient.paginate('users.list', { limit: 200, include_locale: true })) {
        const members = (page as UsersListResponse).members ?? []
        await keep(members)
        people += members.length
      }
      log.info({ people }, 'directory read')
    },
    async meetStrangers() {
      meeting ??= meetSome().finally(() => {
        meeting = undefined
      })
      await meeting
    },
    async isIn(channel, personId) {
      const pages = web.interactive.paginate('users.conversations', {
        user: personId,
        types: 'public_channel,private_channel',
        limit: 1000,
      })
      for await (const page of pages) {
        const { channels = [] } = page as { channels?: { id?: string }[] }
        if (channels.some(({ id }) => id === channel)) return true
      }
      return false
    },
  }
}

/** A user object of Slack, in our words. Slackbot is no bot to Slack, but it is to us. */
export function newsOfMember(member: Member, workspaceId: string): NewsOfPerson | undefined {
  if (!member.id) return undefined
  const { profile, real_name, name: handle } = member
  const names = [profile?.display_name, profile?.real_name, real_name, handle]
  const name = names.map((one) => oneLine(cleaned(one ?? ''))).find((one) => !isBlank(one)) ?? ''
  return {
    id: member.id,
    name,
    zone: member.tz || undefined,
    locale: member.locale || undefined,
    isBot: member.is_bot === true || member.is_workflow_bot === true || member.id === 'USLACKBOT',
    isGuest: member.is_restricted === true || member.is_ultra_restricted === true,
    isAdmin: member.is_admin === true || member.is_owner === true,
    isForeign:
      member.team_id !== undefined &&
      member.team_id !== workspaceId &&
      !member.enterprise_user?.teams?.includes(workspaceId),
    hasLeft: member.deleted === true,
    changedAt: new Date((member.updated ?? 0) * 1000).toISOString(),
  }
}
