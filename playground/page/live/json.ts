export { asList, asObject, asObjects, asText, codePoints, isObject } from '../../server/json.ts'

export const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined
