/** How long a text is, in code points: the unit of every limit. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
