import type { ReactNode } from "react";

/** One part of a report: heading, legend, body, and the margin notes that fold below it on small screens and paper. */
export function Section({
  title,
  legend,
  notes,
  first = false,
  children,
}: {
  title?: string;
  legend?: ReactNode;
  notes?: ReactNode;
  first?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={first ? "report-section first" : "report-section"}>
      {title === undefined ? null : (
        <div className="head">
          <h2>{title}</h2>
          {legend ? <div className="legend">{legend}</div> : null}
        </div>
      )}
      <div className="body">{children}</div>
      {notes ? <div className="note">{notes}</div> : null}
    </section>
  );
}
