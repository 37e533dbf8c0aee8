import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

/** An action. One primary per page. */
export function Button({ variant, size, className, type = "button", ...rest }: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}
