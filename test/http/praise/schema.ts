/** As much of JSON Schema as docs/praise.openapi.yaml uses: to make what it allows, and to tell what it forbids. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse } from 'yaml'

export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}
type Content = { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
type Page = {
  readonly paths: {
    readonly '/praise': {
      readonly post: {
        readonly requestBody: Content
        readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>
      }
    }
  }
  readonly components: { readonly schemas: object; readonly responses: object }
}

export const docs = join(import.meta.dirname, '../../../docs')
const page = parse(readFileSync(join(docs, 'praise.openapi.yaml'), 'utf8')) as Page
const { post } = page.paths['/praise']

function resolved<T extends { readonly $ref?: string }>(part: T): T {
  if (!part.$ref) return part
  const found = part.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], page)
  return found as T
}

export const requestSchema = resolved(post.requestBody.content['application/json'].schema)

/** What the page says of an answer; undefined when it knows of none with that status. */
export function responseSchema(status: number): Schema | undefined {
  const response = post.responses[String(status)]
  return response && resolved(resolved(response).content['application/json'].schema)
}

const typesOf = ({ type }: Schema): readonly string[] => [type ?? []].flat()
const lengthOf = (text: string): number => [...text].length

/** What the schema allows. */
export function arbitrary(given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(given)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  return fc.oneof(...typesOf(schema).map((type) => ofType(type, schema)))
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 400, minimum = -1e6, maximum = 1e6 } = schema
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true })
    case 'string':
      if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
      // At least so many that can be seen: what is invisible is no letter.
      return fc
        .tuple(fc.stringMatching(/^[a-z]*$/, { size: 'small' }), fc.string({ unit: 'binary', maxLength: 60 }))
        .map(([seen, any]) => seen.padEnd(minLength, 'x') + any)
        .filter((text) => lengthOf(text) <= maxLength)
    case 'array':
      return fc.array(arbitrary(schema.items ?? {}), { maxLength: schema.maxItems ?? 5 })
    default:
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, one]) => [name, arbitrary(one)]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      )
  }
}

/** Why the schema forbids it; empty when it does not. */
export function complaints(value: unknown, given: Schema, at = 'it'): string[] {
  const schema = resolved(given)
  if (schema.oneOf)
    return schema.oneOf.filter((one) => complaints(value, one).length === 0).length === 1
      ? []
      : [`${at} is none, or several, of those it may be`]
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  if (schema.type && !typesOf(schema).includes(type)) return [`${at} is ${type}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is no such value`]
  if (type !== 'object') return []
  const fields = value as Record<string, unknown>
  const { required = [], properties = {}, additionalProperties = true } = schema
  return [
    ...required.filter((name) => !(name in fields)).map((name) => `${at}.${name} is missing`),
    ...Object.entries(fields).flatMap(([name, one]) => {
      const known = properties[name]
      if (known) return complaints(one, known, `${at}.${name}`)
      return additionalProperties ? [] : [`${at}.${name} is unheard of`]
    }),
  ]
}
