const FIELDS = 'input:not([type=file]), textarea, select, [contenteditable]'

/** Where reading begins, and typing: in the first field, or in the window itself when there is none. */
export function beginAtTop(form: HTMLElement | null): void {
  const scroll = form?.querySelector<HTMLElement>('.form-scroll')
  if (scroll) scroll.scrollTop = 0
  const first = scroll?.querySelector<HTMLElement>(`[autofocus], ${FIELDS}`) ?? scroll
  first?.focus()
}

export function focusFirstError(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>(`.has-error :is(${FIELDS}, [type=file])`)?.focus()
}
