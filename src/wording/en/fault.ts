/** When something broke that nobody can mend by typing differently. */
export const fault = {
  sentence: (reference: string) =>
    `Something went wrong on our side. Please try again; what you typed may not have been kept. If it happens again, tell a host this reference: ${reference}.`,
}

/** A sentence in place of a form. */
export const notice = { title: 'Plaudit', close: 'All right' }
