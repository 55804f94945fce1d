const PATIENCE_MS = 4000

/** Waits for the page to show what was asked for, but not for ever. */
export async function until(there: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!there() && performance.now() < end) await new Promise(requestAnimationFrame)
}
