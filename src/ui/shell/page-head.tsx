import { Fragment, type ReactNode } from "react";

/** Where you are, what this page is, and its actions. */
export function PageHead({
  crumbs,
  title,
  lede,
  actions,
  children,
}: {
  crumbs?: readonly string[] | undefined;
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div className="min-w-0">
        {crumbs && crumbs.length > 0 ? (
          <p className="crumbs">
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb}>
                {index > 0 ? <span aria-hidden="true">/</span> : null}
                <span>{crumb}</span>
              </Fragment>
            ))}
          </p>
        ) : null}
        <h1>{title}</h1>
        {lede ? <p className="lede">{lede}</p> : null}
        {children}
      </div>
      {actions ? <div className="actions no-print">{actions}</div> : null}
    </div>
  );
}
