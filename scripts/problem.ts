/** Something the person at the keyboard can put right: printed as it stands, without a stack. */
export class Problem extends Error {}

/** The text of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Node's code of a system error (EACCES, ENOSPC …), PostgreSQL's of a database error (28P01 …), or "". */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
