export type PrivateKind = 'email' | 'phone' | 'card' | 'bank-account'

/** A text cut into what may be shown and what is hidden. What is hidden is not in it. */
export type Segment = { readonly text: string } | { readonly mask: PrivateKind }
