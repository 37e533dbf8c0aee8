import type { Mail } from "./send";

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

type Part =
  | { kind: "text"; text: string }
  | { kind: "link"; label: string; url: string }
  | { kind: "code"; text: string };

const asText = (part: Part) => (part.kind === "link" ? `${part.label}:\n${part.url}` : part.text);

function asHtml(part: Part): string {
  if (part.kind === "text") return `<p style="margin:0 0 16px">${escapeHtml(part.text)}</p>`;
  if (part.kind === "code") {
    return `<p style="margin:0 0 16px;padding:12px 14px;background:#f3f3ef;border-radius:7px;font-family:ui-monospace,Menlo,Consolas,monospace">${escapeHtml(part.text)}</p>`;
  }
  return `<p style="margin:0 0 20px"><a href="${escapeHtml(part.url)}" style="display:inline-block;padding:13px 20px;background:#0b6154;color:#ffffff;border-radius:7px;text-decoration:none;font-weight:600">${escapeHtml(part.label)}</a></p>`;
}

/** One mail in plain words: no pictures, no tracking, the same content as text and as HTML. */
export function composeMail(to: string, subject: string, parts: Part[]): Mail {
  const body = parts.map(asHtml).join("");
  return {
    to,
    subject,
    text: `${parts.map(asText).join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="margin:0;background:#fafaf7"><div style="max-width:520px;margin:0 auto;padding:32px 20px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1a1c1f"><p style="margin:0 0 24px;font-weight:600">Tandem</p>${body}</div></body></html>`,
  };
}
