export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  /** "big" is 48 px high and as wide as its column. */
  size?: "normal" | "big" | undefined;
};

/** The classes of a button or of a link that looks like one. */
export function buttonClass({ variant = "secondary", size = "normal" }: ButtonLook, extra?: string): string {
  return ["button", variant !== "secondary" && `button-${variant}`, size === "big" && "button-big", extra]
    .filter(Boolean)
    .join(" ");
}
