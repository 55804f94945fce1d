/** Long lists go to the database in parts: it binds so many values a statement and no more. */
export function* parts<T>(items: readonly T[], size = 500): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
