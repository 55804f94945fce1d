/** ISO-8601 UTC text with milliseconds, `2026-11-20T16:00:00.000Z`: sorts as text. */
export type Instant = string
/** A calendar day, `2026-11-20`. */
export type Day = string
/** A time of day, `16:00`. */
export type TimeOfDay = string
/** An IANA zone name, `Europe/London`. */
export type Zone = string
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** Half-open: `from` belongs to it, `to` does not. */
export type Window = { readonly from: Instant; readonly to: Instant }
