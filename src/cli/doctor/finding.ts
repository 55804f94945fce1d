/** What a check found. Only `wrong` needs attention. */
export type Finding = {
  readonly mark: 'fine' | 'note' | 'wrong'
  readonly says: string
  /** What to do about it, a line each. */
  readonly todo?: string
}

export const fine = (says: string): Finding => ({ mark: 'fine', says })
export const note = (says: string, todo?: string): Finding => ({
  mark: 'note',
  says,
  ...(todo ? { todo } : {}),
})
export const wrong = (says: string, todo?: string): Finding => ({
  mark: 'wrong',
  says,
  ...(todo ? { todo } : {}),
})
