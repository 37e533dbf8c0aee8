"use client";

import { useId, useState } from "react";

/** A place to drop a file on, and the ordinary file field inside it. */
export function FileDrop({
  onFile,
  disabled,
  error,
}: {
  onFile: (file: File) => void;
  disabled: boolean;
  error: string | null;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the file field inside does the same
    <div
      className={`grid grid-cols-1 justify-items-start gap-2 rounded-md border border-dashed px-5 py-6 ${over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file && !disabled) onFile(file);
      }}
    >
      <label htmlFor={id} className="font-medium">
        Choose a CSV file, or drop it here
      </label>
      <p id={`${id}-hint`} className="text-xs text-ink-3">
        Commas, semicolons, tabs or pipes, as Excel, Google Sheets or your HR system save it. Up to 50,000 people and 12
        MB.
      </p>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        disabled={disabled}
        aria-describedby={error === null ? `${id}-hint` : `${id}-hint roster-file-error`}
        {...(error === null ? {} : { "aria-invalid": true })}
        className="max-w-full text-ink-2 file:mr-3 file:rounded-md file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file, corrected and chosen again, must count as a change.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
