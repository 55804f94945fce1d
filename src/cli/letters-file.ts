/** A table of customers' letters, row by row: as Excel, a help desk or a script writes it. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type CsvError, parse } from 'csv-parse'
import type { PraiseInput } from '../domain/praise.ts'
import { Problem } from '../domain/problem.ts'

/** What a row says, on which line of the file it begins; or that it cannot even be read. */
export type Row =
  | { readonly line: number; readonly input: PraiseInput }
  | { readonly line: number; readonly broken: true }

const columns = [
  ...(['words', 'customername', 'customercompany', 'receivedat', 'channel', 'reference', 'rating'] as const),
  ...(['recipients', 'url', 'language'] as const),
]
type Column = (typeof columns)[number]

/** Throws `import.missing {file}`, `import.no-words {names}` and `import.not-utf8`. */
export async function* readLetters(file: string): AsyncGenerator<Row> {
  const skipped: number[] = []
  let end = 1
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(file),
    columns: (header: string[]) => checkHeader(header.map(asColumn), header),
    info: true,
    relax_column_count: true,
    raw: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (row: unknown, { lines }: { lines: number }) => {
      end = lines
      return row
    },
    // Where it begins to be unreadable says more than where that was found out.
    on_skip: (error: CsvError | undefined) => {
      skipped.push(end + 1)
      end = Number(error?.lines ?? end)
    },
    trim: true,
  })
  // Decoded here and not by the parser, which would write � for what it cannot read.
  const text = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array<ArrayBuffer>>
  const decoded = Readable.fromWeb(
    text
      .pipeThrough(new TextDecoderStream('utf-8', { fatal: true, ignoreBOM: true }))
      .pipeThrough(oneLineBreak()),
  )
  decoded.on('error', () => parser.destroy(new Problem('invalid', 'import.not-utf8', 'file', { file })))
  decoded.pipe(parser)
  for await (const { record, info, raw } of parser as AsyncIterable<Parsed>) {
    for (const line of skipped.splice(0)) yield { line, broken: true }
    yield { line: info.lines - raw.trim().split('\n').length + 1, input: inputOf(record) }
  }
  for (const line of skipped) yield { line, broken: true }
}

type Parsed = {
  readonly record: Partial<Record<Column, string>>
  readonly raw: string
  /** Of where the row ends. */
  readonly info: { readonly lines: number }
}

/** Line breaks of every kind as one, so that lines are counted as people count them. */
function oneLineBreak(): TransformStream<string, string> {
  let held = ''
  return new TransformStream({
    transform(part, controller) {
      const text = held + part
      held = text.endsWith('\r') ? '\r' : ''
      controller.enqueue(text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n'))
    },
    flush(controller) {
      if (held) controller.enqueue('\n')
    },
  })
}

const asColumn = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

function checkHeader(names: string[], header: string[]): (string | false)[] {
  if (!names.includes('words'))
    throw new Problem('invalid', 'import.no-words', 'file', { names: header.slice(0, 20) })
  return names.map((name, index) => (isColumn(name) && names.indexOf(name) === index ? name : false))
}

const isColumn = (name: string): boolean => columns.some((known) => known === name)

/** What stands between the columns of the first line: Excel writes semicolons where the comma is for decimals. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Problem('not_found', 'import.missing', 'file', { file }) : error
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    const first = buffer.subarray(0, bytesRead).toString('utf8').split(/\r|\n/)[0] ?? ''
    const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }))
    return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ','
  } finally {
    await handle.close()
  }
}

function inputOf(record: Partial<Record<Column, string>>): PraiseInput {
  const text = (column: Column) => record[column]?.trim() || undefined
  const rating = text('rating')?.replace(',', '.')
  return {
    words: record.words ?? '',
    customerName: text('customername'),
    customerCompany: text('customercompany'),
    receivedAt: text('receivedat'),
    via: text('channel'),
    reference: text('reference'),
    rating: rating === undefined ? undefined : /^-?\d+(?:\.\d+)?$/.test(rating) ? Number(rating) : Number.NaN,
    recipients: text('recipients')
      ?.split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    url: text('url'),
    language: text('language'),
  }
}
