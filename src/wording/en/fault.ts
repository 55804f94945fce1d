/** When something broke that nobody can mend by typing differently. */
export const fault = {
  sentence: (reference: string) =>
    `Something went wrong on our side. What you sent may not have been kept: please try again. If it happens again, tell a host this reference: ${reference}.`,
  title: 'Something went wrong',
}
