import { Fragment } from "react";

/** A sentence in which the given names are set in bold, whatever their capitals. */
export function Emphasis({ text, of }: { text: string; of: readonly string[] }) {
  const names = of.filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${escaped.join("|")})`, "gi")).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed sentence
    <Fragment key={index}>{index % 2 === 1 ? <b>{part}</b> : part}</Fragment>
  ));
}
