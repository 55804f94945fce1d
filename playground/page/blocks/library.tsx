import { type ReactNode, useMemo } from 'react'
import { type Block, Message } from 'slack-blocks-to-jsx'
import type { Json } from '../../server/page-api/shapes.ts'
import { useSeen } from '../live/store.ts'
import { useTheme } from '../ui/theme.ts'
import { emojiOf } from './emoji.ts'
import { MessageLink } from './message-link.tsx'

type Named = { id: string; name?: string }

const mention = (words: string) => <span className="mention">{words}</span>
const mentioned =
  (sign: string) =>
  ({ id, name }: Named) =>
    mention(`${sign}${name ?? id}`)

const HOOKS = {
  user: mentioned('@'),
  channel: mentioned('#'),
  usergroup: mentioned('@'),
  atHere: () => mention('@here'),
  atChannel: () => mention('@channel'),
  atEveryone: () => mention('@everyone'),
  emoji: ({ name }: { name: string }) => emojiOf(name),
  link: (link: { href: string; children: ReactNode }) => <MessageLink {...link} />,
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
      unstyled
      theme={theme}
      data={data}
      hooks={HOOKS}
    />
  )
}
