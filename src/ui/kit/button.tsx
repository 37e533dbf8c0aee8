import type { ComponentProps, MouseEvent } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

/** Takes a press back, also the one that the Enter key in a field makes of its form's button. */
const refuse = (event: MouseEvent) => event.preventDefault();

/**
 * An action. One primary per page. Disabled, it does nothing and says so, but keeps the focus: a browser takes it from a
 * button with the attribute, and whoever works by keyboard would begin again at the top of the page.
 */
export function Button({
  variant,
  size,
  className,
  type = "button",
  disabled,
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button
      type={type}
      className={buttonClass({ variant, size }, className)}
      {...rest}
      {...(disabled ? { "aria-disabled": true, onClick: refuse } : {})}
    />
  );
}
