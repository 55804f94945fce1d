import { useSyncExternalStore } from 'react'

/** `#person=UALICE`: who the visitor is, in an address that can be shared. */
export const usePersonInAddress = (): string => useSyncExternalStore(listen, read)

export const writePerson = (id: string): void => {
  location.hash = `person=${id}`
}

const read = (): string => new URLSearchParams(location.hash.slice(1)).get('person') ?? 'UALICE'

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
