import type { ReactNode } from "react";

/** A result that is not shown: as visible and as calm as a number. */
export function WithheldBox({ children, row = false }: { children: ReactNode; row?: boolean | undefined }) {
  return <span className={row ? "withheld withheld-row" : "withheld"}>{children}</span>;
}
