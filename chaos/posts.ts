/** The posts in Slack: each shows what is so now. */
import type { DeliveryKind } from '../src/domain/delivery.ts'
import { isPhoto } from '../src/slack/pictures.ts'
import { render } from '../src/slack/renderings.ts'
import { readDatabase } from '../src/store/inspect.ts'
import { titles } from '../src/wording/en/announcement.ts'
import { award } from '../src/wording/en/award.ts'
import type { Company } from './company.ts'
import { textOf } from './hands.ts'

type PostRow = {
  id: string
  delivery_id: string
  kind: DeliveryKind
  subject_id: string
  args: string
  lane: string
  channel: string
  ts: string
  thread_ts: string | null
}
/** A post that waits to be shown anew, as a card does for a minute after a cheer, may be old. */
const POSTS = `select * from posts where id not in
  (select post_id from deliveries where post_id is not null and state in ('waiting', 'sending'))`

/** They say how things stood when they were said. */
const ofTheMoment: ReadonlySet<DeliveryKind> = new Set(['praise.reminder', 'prizes.reminder'])

/** Every post shows what is so now. */
export async function auditPosts({ slack, database, read }: Company): Promise<string[]> {
  const url = (slack.calls('auth.test').find(({ answer }) => answer)?.answer as { url?: string })?.url ?? ''
  const identity = { workspaceId: slack.team.id, botUserId: slack.botUserId, botId: '', url }
  const posts = read<PostRow>(POSTS).filter(({ kind }) => !isPhoto(kind) && !ofTheMoment.has(kind))
  return readDatabase(database, slack.team.id, async (reader) => {
    const lines: string[] = []
    for (const post of posts) {
      const delivery = {
        id: post.delivery_id,
        kind: post.kind,
        subjectId: post.subject_id,
        args: JSON.parse(post.args) as Record<string, string>,
        lane: post.lane,
      }
      const shown = await render({ identity }, reader, {
        ...delivery,
        postId: post.id,
        attempts: 1,
        doubt: 0,
        createdAt: '',
      })
      const message = slack.message(post.channel, post.ts)
      if (!shown || 'gone' in shown) continue
      if (!message) lines.push(`${post.kind} in ${post.lane} is not there`)
      else lines.push(...differences(post, message.blocks, shown.message.blocks))
    }
    return lines
  })
}

function differences({ kind, lane }: PostRow, shown: unknown, stored: unknown): string[] {
  const read = kind.startsWith('digest') ? withoutCheers : bare
  const [is, shouldBe] = [read(shown), read(stored)]
  if (is === shouldBe) return []
  let at = 0
  while (is[at] === shouldBe[at]) at += 1
  const part = (text: string) => text.slice(Math.max(0, at - 40), at + 80)
  return [`${kind} in ${lane} shows …${part(is)}… where it should show …${part(shouldBe)}…`]
}

/** Slack gives blocks ids where they have none. */
const bare = (blocks: unknown): string =>
  JSON.stringify(blocks, (key, value: unknown) => (key === 'block_id' ? undefined : value))

/** A digest keeps the numbers of cheers that it was said with, and the order that follows from them: its words are compared. */
const withoutCheers = (blocks: unknown): string =>
  textOf(withoutLater(blocks as readonly unknown[]))
    .replace(/(?:, and )?\d+ cheer(?:s|ed)?(?: for them)?/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .sort()
    .join(' ')

/** What was won or given when the clock was turned back over a digest is in its time, and was not told in it. */
const withoutLater = (blocks: readonly unknown[]): readonly unknown[] =>
  [titles.inDigest, award.late].reduce((left, title) => {
    const at = left.findIndex((block) => JSON.stringify(block).includes(title))
    return at < 0 ? left : left.toSpliced(at, 2)
  }, blocks)
