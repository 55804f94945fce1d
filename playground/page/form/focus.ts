const FIELDS = 'input:not([type=file]), textarea, select, [contenteditable]'

/** Where typing begins: the first field, or the window itself when there is none. */
export function focusFirstField(form: HTMLElement | null): void {
  const scroll = form?.querySelector<HTMLElement>('.form-scroll')
  const first = scroll?.querySelector<HTMLElement>(`[autofocus], ${FIELDS}`) ?? scroll
  first?.focus()
}

export function focusFirstError(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>(`.has-error :is(${FIELDS}, [type=file])`)?.focus()
}
