/** The export of prizes for hosts: a file in their messages from Plaudit. It answers a person, and may be asked for again. */
import type { AwardedShare } from '../domain/prize-export.ts'
import { type Emails, prizeFileName, prizeFilePieces } from '../exports/prizes.ts'
import type { Actor } from '../usecases/plaudit.ts'
import { countPrizes, exportPrizes, showPrizeExport } from '../usecases/prize-export.ts'
import { type ExportRequest, exportForm } from '../views/export-form.ts'
import { actions } from '../views/ids.ts'
import type { Look } from '../views/look.ts'
import { notice, noticeModal } from '../views/notice.ts'
import { sayError } from './answer.ts'
import { createEmails } from './emails.ts'
import { sendFile } from './files.ts'
import { inTurns } from './in-turns.ts'
import type { Listen } from './listen.ts'
import type { Slack } from './slack.ts'

export function registerExport(listen: Listen, slack: Slack): void {
  const { app, web, log } = slack

  listen.press(actions.prizesExport, async ({ actor, look, open }) => {
    await open(exportForm.render(await showPrizeExport(app, actor), look))
  })

  listen.submit(exportForm, async ({ actor, look }, request) => {
    const { span, awards } = await countPrizes(app, actor, request)
    const { file, form } = look.w.exports
    if (awards === 0) return { update: noticeModal(file.none(span), look) }
    return { update: noticeModal(form.onItsWay, look), after: () => send(actor, look, request) }
  })

  /** Whatever goes wrong is said where the file was to come. */
  async function send(actor: Actor, look: Look, request: ExportRequest): Promise<void> {
    try {
      await sendPrizes(actor, look, request)
    } catch (error) {
      const sentence = sayError(error, look.w, log, exportForm.id)
      await web.interactive.chat.postMessage({ channel: actor.id, ...notice(sentence) })
    }
  }

  async function sendPrizes(actor: Actor, { w }: Look, { format, ...typed }: ExportRequest): Promise<void> {
    const { span, shares } = await exportPrizes(app, actor, typed)
    const emails = await emailsOf(shares)
    const { file: s } = w.exports
    const awards = new Set(shares.map(({ awardId }) => awardId)).size
    const pieces = await inTurns(bytesOf(prizeFilePieces(shares, { format, emails, w })))
    await sendFile(slack, actor.id, {
      name: prizeFileName(span, format),
      title: s.title(span),
      bytes: Buffer.concat(pieces),
      comment: [s.comment(awards, span), ...(emails.size === 0 ? [s.noEmails] : [])].join(' '),
    })
  }

  /** As far as they can be had: a row without one is still a row. */
  async function emailsOf(shares: readonly AwardedShare[]): Promise<Emails> {
    try {
      return await createEmails(web.patient).emailsOf(shares.map(({ person }) => person.id))
    } catch (error) {
      log.warn({ err: error }, 'an export has no e-mail addresses')
      return new Map()
    }
  }
}

function* bytesOf(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece)
}
