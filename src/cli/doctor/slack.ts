/** The token, what it may do, and the channels that Plaudit must post in. */
import { pino } from 'pino'
import { createExaminer, type Examiner, type Refused, readManifestScopes } from '../../app.ts'
import { getSettings } from '../../store/settings.ts'
import { digestChannels } from '../../usecases/digests.ts'
import { w } from '../answer.ts'
import type { Read } from './database.ts'
import type { Environment } from './environment.ts'
import { type Finding, fine, note, wrong } from './finding.ts'

const s = w.doctor.slack

export async function checkSlack(
  environment: Environment,
  readers: readonly Read[],
): Promise<readonly Finding[]> {
  if ('problems' in environment) return [note(s.skipped)]
  const examiner = createExaminer(environment.config, environment.secrets, pino({ level: 'silent' }))
  const { identity, scopes, socket } = await examiner.examine()
  const socketFindings = socket ? [checkSocket(socket)] : []
  if ('error' in identity) return [notLetIn(identity), ...socketFindings]
  const reader = readers.find(({ workspaceId }) => workspaceId === identity.workspaceId)
  const known = readers.map(({ workspaceId }) => workspaceId)
  return [
    known.length > 0 && !reader
      ? wrong(s.otherWorkspace(identity.workspaceId, known), s.otherWorkspaceTodo)
      : fine(s.letIn(identity.name, identity.workspaceId)),
    ...socketFindings,
    ...(await checkScopes(scopes)),
    ...(reader ? await checkChannels(examiner, reader) : []),
  ]
}

const notLetIn = ({ error, isSure }: Refused): Finding =>
  isSure ? wrong(s.notLetIn(error), s.notLetInTodo) : wrong(s.noAnswer(error), s.noAnswerTodo)

const checkSocket = (socket: 'fine' | Refused): Finding =>
  socket === 'fine' ? fine(s.appTokenFine) : wrong(s.appTokenWrong(socket.error), s.appTokenTodo)

async function checkScopes(granted: readonly string[] | undefined): Promise<Finding[]> {
  if (!granted) return [note(s.scopesUnknown)]
  const { needed, optional } = await readManifestScopes()
  const missing = needed.filter((scope) => !granted.includes(scope))
  const left = optional.filter((scope) => !granted.includes(scope))
  const off = [...new Set(left.map(s.off))]
  return [
    ...(missing.length === 0 ? [fine(s.scopesFine)] : []),
    ...missing.map((scope) => wrong(s.scopeMissing(scope), s.scopeMissingTodo)),
    ...(left.length > 0 ? [note(s.scopeOff(left, off), s.scopeOffTodo)] : []),
  ]
}

async function checkChannels(examiner: Examiner, { read }: Read): Promise<Finding[]> {
  const settings = await read(getSettings)
  if (!settings.celebrationChannel) return [note(s.notSetUp)]
  const ids = new Set([settings.celebrationChannel, ...digestChannels(settings)])
  return Promise.all([...ids].map((id) => checkChannel(examiner, id)))
}

async function checkChannel(examiner: Examiner, id: string): Promise<Finding> {
  const examined = await examiner.examineChannel(id)
  if ('error' in examined) return wrong(s.noAnswer(examined.error), s.noAnswerTodo)
  const { name, trouble } = examined
  return trouble ? wrong(s.channel[trouble](name, id), s.channelTodo[trouble]) : fine(s.channelFine(name, id))
}
