import { Fragment } from "react";
import { figures } from "@/ui/kit/figures";

/** A sentence in which the given names are set in bold, whatever their capitals. */
export function Emphasis({ text, of }: { text: string; of: readonly string[] }) {
  const sentence = figures(text);
  const names = of
    .filter((name) => name !== "")
    .map(figures)
    .toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return sentence;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return sentence.split(new RegExp(`(${escaped.join("|")})`, "gi")).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed sentence
    <Fragment key={index}>{index % 2 === 1 ? <b>{part}</b> : part}</Fragment>
  ));
}
