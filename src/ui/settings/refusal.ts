import type { FieldValues, Path, UseFormSetError } from "react-hook-form";

/** What the wire carries when the law refuses a request. */
export type WireError = {
  message: string;
  data?: { field?: string | null; fields?: Record<string, string[] | undefined> | null } | null | undefined;
};

/** The sentences of a refusal, each with the field that caused it, or null when it is about the whole request. */
export function refusals(error: WireError): { field: string | null; message: string }[] {
  const named = Object.entries(error.data?.fields ?? {}).flatMap(([field, messages]) =>
    messages?.[0] ? [{ field, message: messages[0] }] : [],
  );
  return named.length > 0 ? named : [{ field: error.data?.field ?? null, message: error.message }];
}

/** Shows a refusal at the fields that caused it, and above the button when none did. What was typed stays. */
export function showRefusal<Values extends FieldValues>(
  error: WireError,
  setError: UseFormSetError<Values>,
  fields: Partial<Record<string, Path<Values>>>,
): void {
  refusals(error).forEach(({ field, message }, index) => {
    const path = field === null ? undefined : fields[field];
    setError(path ?? "root", { type: "server", message }, { shouldFocus: index === 0 && path !== undefined });
  });
}
