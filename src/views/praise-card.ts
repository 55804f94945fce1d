import type { KnownBlock } from '@slack/types'
import type { ShownPraise, ShownPraises } from '../domain/shown-praise.ts'
import { excerpt, lengthOf } from '../domain/text.ts'
import { button, row } from './controls.ts'
import { actions } from './ids.ts'
import { bold, context, cut, fill, type Line, lines, link, listOf, quote, spoken, words } from './kit.ts'
import { provenance } from './letter-parts.ts'
import type { Look, Message } from './look.ts'

const WORDS = 1_500

/**
 * In the triage channel: what a customer wrote to another system, and who says what becomes of it. Once it is shared, the
 * letter's own card has the words, and who wrote them as far as that may be shown.
 */
export function praiseCard(praise: ShownPraise, look: Look): Message {
  const { w } = look
  const settled = settledLine(praise, look)
  return {
    text: spoken(
      w.triage.headline(praise.sourceName),
      settled ? undefined : praise.words && w.triage.spoken(excerpt(praise.words, 300)),
    ),
    blocks: [
      ...lines([words('📬 '), bold(w.triage.headline(cut(praise.sourceName, 80)))]),
      ...(praise.settled?.what === 'shared' ? [] : praiseParts(praise, look, settled ? 200 : WORDS)),
      ...(settled ? lines(settled) : [buttons(praise, look, WORDS)]),
      ...(praise.settled?.what === 'dismissed' && praise.settled.reason
        ? [context(w.triage.why(praise.settled.reason))]
        : []),
    ],
  }
}

/** The words, who wrote them and how they came, and whom they name. */
export function praiseParts(praise: ShownPraise, look: Look, max: number): KnownBlock[] {
  const { w } = look
  const { customerName, customerCompany, via, receivedOn, rating, reference } = praise
  const name = customerName && cut(customerName, 100)
  const company = customerCompany && cut(customerCompany, 100)
  const text = praise.words
  return [
    ...(text ? quote(cut(text, max)) : [context(w.triage.forgotten)]),
    context(
      name && company ? w.letter.author(name, company) : (name ?? company),
      provenance({ receivedOn, ...(via ? { via } : {}) }, undefined, look),
      rating === undefined ? undefined : w.triage.rating(rating),
      reference && w.triage.reference(reference),
      text && lengthOf(text) > max && !praise.settled ? w.triage.wholeLater : undefined,
    ),
    ...(praise.settled ? [] : lines(whom(praise, look), whomElse(praise, look), where(praise))),
  ]
}

/** @param max how much of the words is shown beside them */
export const buttons = ({ id, words: text }: ShownPraise, { w }: Look, max: number): KnownBlock =>
  row(
    [
      button(w.triage.share, actions.praiseShare, id, { style: 'primary' }),
      button(w.triage.dismiss, actions.praiseDismiss, id),
      ...(text && lengthOf(text) > max ? [button(w.wholeLetter.open, actions.praiseWhole, id)] : []),
    ],
    `praise-${id}`,
  )

/** Names, and no mentions: nobody is pinged before anything is shared. */
function whom({ people, others }: ShownPraise, { w }: Look): Line | undefined {
  if (people.length === 0) return others.length > 0 ? undefined : [words(w.triage.nobody)]
  const names = people.slice(0, 10).map(({ name }) => bold(cut(name, 80)))
  return fill(w.triage.forPeople, [listOf(names, w)])
}

const whomElse = ({ others }: ShownPraise, { w }: Look): Line | undefined =>
  others.length > 0 ? [words(w.triage.others(others.slice(0, 10).map((one) => cut(one, 80))))] : undefined

/** The whole address is shown: nobody is led elsewhere than it says. */
function where({ url }: ShownPraise): Line | undefined {
  const isLink = url !== undefined && /^https?:\/\/[!-~]+$/.test(url) && URL.canParse(url)
  return isLink ? [link(new URL(url).href, cut(url, 200))] : undefined
}

function settledLine({ settled }: ShownPraise, { w, link: linkTo }: Look): Line | undefined {
  if (!settled) return undefined
  const name = cut(settled.by.name, 80)
  if (settled.what === 'dismissed') return [words(w.triage.dismissed(name))]
  const { card } = settled
  return [words(w.triage.shared(name)), ...(card ? [words(' '), link(linkTo(card), w.triage.see)] : [])]
}

/** Many at once, as one message. */
export function praiseGroup({ count, waiting, first }: ShownPraises, look: Look): Message {
  const { w } = look
  const sentence = w.triage.manyLeft(count, waiting)
  return {
    text: spoken(w.triage.many(count)),
    blocks: [
      ...lines([words('📬 '), bold(sentence)]),
      ...first.flatMap(({ words: text }) => (text ? quote(excerpt(text, 140)) : [])),
      ...(waiting > 0 ? [openList(look)] : []),
    ],
  }
}

export function praiseReminder(count: number, look: Look): Message {
  const sentence = look.w.triage.reminder(count)
  return { text: spoken(sentence), blocks: [...lines([words('⏳ '), words(sentence)]), openList(look)] }
}

/** To a host, while nobody chose a triage channel. */
export function praiseUnchosen({ w }: Look): Message {
  const choose = button(w.triage.choose, actions.praisesSettings, 'unchosen', { style: 'primary' })
  return { text: spoken(w.triage.unchosen), blocks: [...lines([words(w.triage.unchosen)]), row([choose])] }
}

const openList = ({ w }: Look): KnownBlock =>
  row([button(w.triage.open, actions.praisesOpen, 'list', { style: 'primary' })])
