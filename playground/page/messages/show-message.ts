import { until } from '../live/until.ts'

/** Brings a message into sight and to the keyboard, as soon as the page shows it. */
export async function showMessage(ts: string): Promise<void> {
  const find = () => document.querySelector<HTMLElement>(`[data-message="${ts}"]`)
  await until(() => find() !== null)
  const message = find()
  message?.scrollIntoView({ block: 'center' })
  message?.focus()
}
