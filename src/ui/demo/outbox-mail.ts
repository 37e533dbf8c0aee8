export type OutboxMail = { id: string; at: Date; to: string; subject: string; text: string };

export type MailPart = { kind: "text"; text: string } | { kind: "link"; label: string; url: string };

/** The text of a mail as paragraphs; a label and a colon with a web address on the next line is a link. */
export function partsOf(text: string): MailPart[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph): MailPart => {
      const [, label, url] = /^(.+):\n(https?:\/\/\S+)$/.exec(paragraph) ?? [];
      return label !== undefined && url !== undefined
        ? { kind: "link", label, url }
        : { kind: "text", text: paragraph };
    });
}
