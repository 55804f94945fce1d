import { useMemo } from 'react'
import { type Block, Message } from 'slack-blocks-to-jsx'
import type { Json } from '../../server/page-api/shapes.ts'
import { useSeen } from '../live/store.ts'
import { useTheme } from '../ui/theme.ts'
import { emojiOf } from './emoji.ts'

type Named = { id: string; name?: string; style?: { bold?: boolean; italic?: boolean } | undefined }

const mention = (sign: string, kind: string) =>
  function Mention({ id, name }: Named) {
    return <span className={`mention mention-${kind}`}>{`${sign}${name ?? id}`}</span>
  }

const broadcast = (name: string) => () => <span className="mention mention-loud">@{name}</span>

const HOOKS = {
  user: mention('@', 'person'),
  channel: mention('#', 'channel'),
  usergroup: mention('@', 'group'),
  atHere: broadcast('here'),
  atChannel: broadcast('channel'),
  atEveryone: broadcast('everyone'),
  emoji: ({ name }: { name: string }) => emojiOf(name),
}

/** Blocks that the library draws as Slack does: rich text, markup, tables. */
export function LibraryBlocks({ blocks }: { blocks: Json[] }) {
  const theme = useTheme()
  const people = useSeen((state) => state.people)
  const channels = useSeen((state) => state.channels)
  const groups = useSeen((state) => state.groups)
  const data = useMemo(
    () => ({
      users: people.map(({ id, displayName }) => ({ id, name: displayName })),
      channels: channels.map(({ id, name }) => ({ id, name })),
      user_groups: groups.map(({ id, handle }) => ({ id, name: handle })),
    }),
    [people, channels, groups],
  )
  return (
    <Message
      blocks={blocks as unknown as Block[]}
      name=""
      logo=""
      withoutWrapper
      theme={theme}
      data={data}
      hooks={HOOKS}
    />
  )
}
