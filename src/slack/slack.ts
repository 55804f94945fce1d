/** What everything in `slack/` is given. */
import type { Settings } from '../domain/settings.ts'
import type { Plaudit } from '../usecases/plaudit.ts'
import type { Look } from '../views/look.ts'
import { wordingFor } from '../wording/index.ts'
import type { Directory } from './directory.ts'
import type { Identity } from './identify.ts'
import type { Log } from './log.ts'
import type { Web } from './web.ts'

export type Slack = {
  readonly app: Plaudit
  readonly web: Web
  readonly identity: Identity
  readonly directory: Directory
  readonly log: Log
}

/** How a reader sees things: their language, the workspace's zone, and links into Slack. */
export function lookFor(
  { identity }: Pick<Slack, 'identity'>,
  { zone }: Pick<Settings, 'zone'>,
  locale?: string,
): Look {
  return { w: wordingFor(locale), zone, link: ({ channel, ts }) => linkTo(identity, channel, ts) }
}

/** As Slack makes permanent links: `…/archives/C123/p1700000000000100`. */
const linkTo = ({ url }: Identity, channel: string, ts: string): string =>
  `${url}archives/${channel}/p${ts.replace('.', '')}`
