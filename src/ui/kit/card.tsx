import type { ReactNode } from "react";

/** A sheet on the canvas; with a title it is a section of the page. */
export function Card({
  title,
  children,
  className = "",
}: {
  title?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}) {
  const look = `min-w-0 rounded-lg border border-line bg-surface px-5 py-5 sm:px-[22px] ${className}`;
  if (title === undefined) return <div className={look}>{children}</div>;
  return (
    <section className={look}>
      <h2 className="mb-1">{title}</h2>
      {children}
    </section>
  );
}
