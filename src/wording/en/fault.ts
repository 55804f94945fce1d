/** When something broke that nobody can mend by typing differently. */
export const fault = {
  tooLate: 'Slack did not wait for us this time. Please try again.',
  diskFull:
    'There is no room left to keep what you sent, so nothing was changed. Please tell a host, and try again in a while.',
  busy: 'Plaudit could not write down what you sent just now, so nothing was changed. Please try again in a moment.',
  sentence: (reference: string) =>
    `Something went wrong on our side. Please try again; what you typed may not have been kept. If it happens again, tell a host this reference: ${reference}.`,
}

/** A sentence in place of a form. */
export const notice = { title: 'Plaudit', close: 'All right' }
