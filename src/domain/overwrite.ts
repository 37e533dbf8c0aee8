import { z } from "zod";
import { Refusal } from "./errors";

/** What a page showed when its form was filled in, field by field; left out by those who mean to overwrite. */
type Seen = Record<string, unknown>;

/** The schema of what was seen: the fields of a form as they are stored. Nothing seen, nothing compared. */
export const seenOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional();

const told = (value: unknown) => JSON.stringify(value ?? null);

/** Refuses to write over what somebody else saved after the page was read: each field that was seen must still be stored. */
export function checkUnchanged(stored: Seen, seen: Seen | undefined): void {
  const changed = Object.entries(seen ?? {}).some(
    ([field, value]) => value !== undefined && told(value) !== told(stored[field]),
  );
  if (changed) {
    throw new Refusal(
      "conflict",
      "Somebody saved other values here after you opened this page. Nothing of yours is saved yet. Load the page again to see theirs.",
    );
  }
}
