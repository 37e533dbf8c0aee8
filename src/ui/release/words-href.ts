/** The page on which a leader writes the 100 words, or null while they cannot be written. */
export const wordsHref = (company: string, quarter: string, mayWrite: boolean): string | null =>
  mayWrite ? `/${company}/reports/${quarter.toLowerCase()}/words` : null;
