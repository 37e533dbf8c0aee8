"use client";

import { useForm } from "react-hook-form";
import { type ColumnUse, columnUseLabel, columnUseSchema } from "@/domain/roster-columns";
import { Button } from "@/ui/kit/button";
import { Select } from "@/ui/kit/select";
import type { ImportView } from "./import-view";

const options = columnUseSchema.options.map((use) => ({ value: use, label: columnUseLabel[use] }));

const found = ({ columns }: ImportView): string =>
  columns.filter((use) => use !== "ignored").map((use) => columnUseLabel[use].toLowerCase()).join(", "); // biome-ignore format: one thought

/** Which columns were found; opened, the mapping can be corrected without sending the file again. */
export function ColumnsForm({
  view,
  busy,
  problem,
  onColumns,
}: {
  view: ImportView;
  busy: boolean;
  problem: string | null;
  onColumns: (columns: ColumnUse[]) => void;
}) {
  const { register, handleSubmit } = useForm({ values: { columns: view.columns } });
  return (
    <details className="group min-w-0 text-xs text-ink-3 open:basis-full">
      <summary className="list-none py-1">
        Columns found: {found(view)}. <span className="underline underline-offset-3">Correct</span>
      </summary>
      <form
        className="mt-3 rounded-lg border border-line bg-surface px-4 py-4"
        onSubmit={handleSubmit(({ columns }) => onColumns(columns))}
      >
        <div className="grid grid-cols-[repeat(auto-fill,minmax(160px,1fr))] gap-3">
          {view.header.map((name, index) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other name, and do not move
              key={index}
              id={`column-${index}`}
              label={name}
              options={options}
              {...(problem === null ? {} : { "aria-invalid": true })}
              {...register(`columns.${index}`)}
            />
          ))}
        </div>
        {problem === null ? null : (
          <p role="alert" className="mt-3 text-error">
            {problem}
          </p>
        )}
        <Button type="submit" className="mt-4" disabled={busy}>
          Read the file this way
        </Button>
      </form>
    </details>
  );
}
