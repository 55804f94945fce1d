/** What an operator decides on the machine: whoever runs commands there needs no other authority. */
import { dismissDelivery, retryDelivery } from '../store/failed-deliveries.ts'
import { dismissEvent, retryEvent } from '../store/failed-events.ts'
import type { Plaudit } from './plaudit.ts'

/** What an id of something that failed belongs to. */
export type Failed = 'delivery' | 'event'

/** Has it tried again, a delivery with what shared its fate. @returns undefined when nothing of that id failed */
export const retryAsOperator = (app: Plaudit, id: string): Promise<Failed | undefined> =>
  app.store.write(async (tx) =>
    (await retryDelivery(tx, id)) ? 'delivery' : (await retryEvent(tx, id)) ? 'event' : undefined,
  )

/** Lets go of it, of a delivery with what shared its fate. @returns undefined when nothing of that id failed */
export const dismissAsOperator = (app: Plaudit, id: string): Promise<Failed | undefined> =>
  app.store.write(async (tx) =>
    (await dismissDelivery(tx, id)) ? 'delivery' : (await dismissEvent(tx, id)) ? 'event' : undefined,
  )
