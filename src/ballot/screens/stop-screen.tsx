import type { ReactNode } from "react";
import { Frame } from "./frame";
import { Icon } from "./icon";

type Props = { heading: string; title: string; children: ReactNode; footer?: ReactNode };

/** A visit that cannot go on, and what to do instead. */
export function StopScreen({ heading, title, children, footer }: Props) {
  return (
    <Frame heading={heading} footer={footer}>
      <div className="seal stop">
        <Icon name="stop" />
      </div>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </Frame>
  );
}
