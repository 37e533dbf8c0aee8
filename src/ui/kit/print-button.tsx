"use client";

import { Button } from "./button";
import type { ButtonLook } from "./button-class";
import { Icon } from "./icon";

/** Opens the browser's print dialog. */
export function PrintButton({ label = "Print", variant }: { label?: string } & Pick<ButtonLook, "variant">) {
  return (
    <Button variant={variant} className="no-print" onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </Button>
  );
}
