import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

/** A link that stands where a button would: it goes somewhere, it does nothing. */
export function LinkButton({ variant, size, className, children, ...rest }: ComponentProps<"a"> & ButtonLook) {
  return (
    <a className={buttonClass({ variant, size }, className)} {...rest}>
      {children}
    </a>
  );
}
