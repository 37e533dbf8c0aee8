import { raterGroupLabel, raterGroups } from "@/domain/rater-group";
import type { RowIssue } from "@/domain/roster-check";
import { columnUseLabel } from "@/domain/roster-columns";
import type { RowField } from "@/domain/roster-draft";
import { Icon } from "@/ui/kit/icon";

export const fieldId = (line: number | null, field: RowField): string => `row-${line}-${field}`;

/** One wrong value of a row: the field to correct it in, why, and the value that was probably meant. */
export function RowFixField({
  line,
  field,
  value,
  issues,
  disabled,
  onRepair,
}: {
  line: number;
  field: RowField;
  value: string;
  issues: readonly RowIssue[];
  disabled: boolean;
  onRepair: (field: RowField, value: string) => void;
}) {
  const id = fieldId(line, field);
  const control = {
    id,
    name: field,
    form: `row-${line}`,
    "aria-label": `${columnUseLabel[field]} of row ${line}`,
    "aria-invalid": true as const,
    "aria-describedby": `${id}-cause`,
    className: "control min-h-[30px] w-full max-w-[380px] min-w-0 px-2 py-1 md:text-sm",
    readOnly: disabled,
  };
  return (
    <>
      {field === "group" ? (
        <select {...control} defaultValue="">
          <option value="" disabled>
            {value}
          </option>
          {raterGroups.map((group) => (
            <option key={group} value={group}>
              {raterGroupLabel[group].one}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          type="text"
          inputMode={field === "email" ? "email" : "text"}
          defaultValue={value}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <div id={`${id}-cause`} className="mt-1 grid gap-1 text-xs leading-snug text-error">
        {issues.map(({ cause, repair }) => (
          <div key={cause} className="flex items-start gap-1.5">
            <Icon name="warning" />
            <span className="wrap-anywhere">
              {cause}{" "}
              {repair === null ? null : (
                <>
                  Did you mean <b className="font-semibold">{repair}</b>?{" "}
                  <button
                    type="button"
                    className="underline underline-offset-3"
                    disabled={disabled}
                    onClick={() => onRepair(field, repair)}
                  >
                    Use it<span className="sr-only"> in row {line}</span>
                  </button>
                </>
              )}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
