export type OutboxMail = { id: string; at: Date; to: string; subject: string; text: string; html: string };

/** The links of a mail with their labels, read from its text part: a label and a colon, the address on the next line. */
export function linksOf(text: string): { label: string; url: string }[] {
  return [...text.matchAll(/^(.+):\n(https?:\/\/\S+)$/gm)].flatMap(([, label, url]) =>
    label !== undefined && url !== undefined ? [{ label, url }] : [],
  );
}

/** The mail's own document with links that open in the whole window instead of in the frame. */
export const framed = (html: string): string => html.replace(/<head>/i, '<head><base target="_top">');
