import { useEffect, useState } from "preact/hooks";
import type { ReactNode } from "react";

type Props = { heading: string; footer?: ReactNode; top?: ReactNode; children: ReactNode };

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener("online", update);
    addEventListener("offline", update);
    return () => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    };
  }, []);
  return online;
}

/** The column every page of the ballot stands in: header, notices, content, one action at the bottom. */
export function Frame({ heading, top, footer, children }: Props) {
  const online = useOnline();
  return (
    <div className="phone">
      {top ?? (
        <header className="top">
          <span className="brand">
            <svg viewBox="0 0 30 12" aria-hidden="true">
              <line x1="10.5" y1="6" x2="19" y2="6" />
              <circle cx="6" cy="6" r="4.6" />
              <circle cx="24" cy="6" r="5.4" />
            </svg>
            Tandem
          </span>
          <span>{heading}</span>
        </header>
      )}
      <main className="wrap">
        <div role="status">
          {!online && (
            <p className="notice">You are offline. Your answers stay on this device; sending needs a connection.</p>
          )}
        </div>
        {children}
      </main>
      {footer && <footer className="foot">{footer}</footer>}
    </div>
  );
}
