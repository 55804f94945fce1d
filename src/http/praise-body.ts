/** What other systems send as praise: JSON, read with patience for how differently they write the same. */
import { z } from 'zod'
import type { PraiseInput } from '../domain/praise.ts'
import type { Problem } from '../domain/problem.ts'
import { sentenceFor, type Wording } from '../wording/index.ts'

/** What is wrong with a body: where, and why. Never quotes what was sent. */
export type Complaint = { readonly field: string; readonly reason: string }

/** `null` and blank are absent: many systems send every field they have. */
const absent = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value
const optional = <T extends z.ZodType>(type: T) => z.preprocess(absent, type.optional())

const Text = optional(z.string())
/** Ticket numbers come as numbers, too. */
const Reference = optional(z.union([z.string(), z.number().transform(String)]))
const Rating = optional(
  z.union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^-?\d{1,6}(?:\.\d{1,6})?$/)
      .transform(Number),
  ]),
)
const Recipients = optional(
  z.union([z.array(z.string()), z.string().transform((list) => list.split(/[,;\n]/))]),
)

const Body = z.object({
  words: z.string(),
  customer: optional(z.object({ name: Text, company: Text, email: Text })),
  receivedAt: Text,
  channel: Text,
  reference: Reference,
  rating: Rating,
  recipients: Recipients,
  url: Text,
  language: Text,
})

/** How a field is called on the wire. */
const wireNames: Readonly<Record<string, string>> = {
  customerName: 'customer.name',
  customerCompany: 'customer.company',
  via: 'channel',
}

/** The body as it was meant, or what is wrong with it first. The customer's e-mail address is read and not kept. */
export function readPraiseBody(bytes: Buffer, w: Wording): PraiseInput | Complaint {
  const json = parse(bytes)
  if (json === undefined) return { field: 'body', reason: w.praiseDoor.noJson }
  const read = Body.safeParse(json.value)
  if (!read.success) return complaintOf(read.error, w)
  const { customer, channel, recipients, ...rest } = read.data
  return {
    ...rest,
    customerName: customer?.name,
    customerCompany: customer?.company,
    via: channel,
    recipients: recipients?.map((one) => one.trim()).filter(Boolean),
  }
}

/** Throws nothing, and says nothing of why: that would quote what was sent. */
function parse(bytes: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch {
    return undefined
  }
}

function complaintOf({ issues }: z.ZodError, { praiseDoor: s }: Wording): Complaint {
  const [issue] = issues
  const field = issue?.path.map(String).join('.') || 'body'
  return { field, reason: s.expected[field.split('.')[0] ?? ''] ?? s.expectedObject }
}

export const complaintAbout = (problem: Problem, w: Wording): Complaint => ({
  field: wireNames[problem.field ?? ''] ?? problem.field ?? 'body',
  reason: sentenceFor(problem, w),
})
