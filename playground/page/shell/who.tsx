import { useNav } from '../live/nav.ts'
import { useMe, usePeople } from '../live/people.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'
import { MenuButton } from '../ui/menu.tsx'

/** "You are: Alice (employee) ▾" */
export function Who() {
  const nav = useNav()
  const me = useMe()
  const cast = usePeople().filter(({ role }) => role !== null)
  const first = firstName(me.realName)
  return (
    <MenuButton
      label={`You are: ${first}${me.role ? ` (${me.role})` : ''}. Be somebody else`}
      className="quiet who"
      face={
        <>
          <Avatar id={me.id} size="s" />
          <span className="who-words">
            <span className="wide-only">You are: </span>
            <strong>{first}</strong>
            {me.role && <span className="wide-only"> ({me.role})</span>}
          </span>
          <Icon name="down" />
        </>
      }
      items={cast.map(({ id, realName, role }) => ({
        key: id,
        chosen: id === me.id,
        label: (
          <span className="with-avatar">
            <Avatar id={id} size="s" /> {realName}
          </span>
        ),
        hint: role ?? '',
        onPick: () => nav.become(id),
      }))}
    />
  )
}

const firstName = (name: string): string => name.split(' ')[0] ?? name
