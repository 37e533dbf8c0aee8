import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { type ApiProblemCode, apiProblems } from "@/domain/api-problem";
import { Refusal, type RefusalKind } from "@/domain/errors";

/** One thing in a request that is not as it must be, and where: "days", "people.3.email", "query.limit". */
type Issue = { field: string; message: string };

/** A refusal of the public API on its way to the wire (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly code: ApiProblemCode,
    detail: string = apiProblems[code].message,
    readonly issues: Issue[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

const codes: Record<RefusalKind, ApiProblemCode> = {
  "not-found": "not-found",
  invalid: "invalid",
  conflict: "conflict",
  "too-late": "too-late",
  "too-early": "too-early",
  "too-many": "too-many",
};

/** Conflicts that a program tells apart by the part of the request they are about. */
const conflicts: Partial<Record<string, ApiProblemCode>> = {
  importId: "import-ended",
  comparison: "comparison-changed",
};

const place = (path: readonly PropertyKey[], part: string) => [...(part ? [part] : []), ...path.map(String)].join(".");

/** What a schema says about a request; the first twenty things, so that the answer stays readable. */
export const invalid = (error: z.ZodError, part = ""): ApiProblem =>
  new ApiProblem(
    "invalid",
    undefined,
    error.issues.slice(0, 20).map(({ path, message }) => ({ field: place(path, part), message })),
  );

function ofRefusal({ kind, message, field }: Refusal): ApiProblem {
  const code = (kind === "conflict" && field ? conflicts[field] : undefined) ?? codes[kind];
  return new ApiProblem(code, message, field ? [{ field, message }] : []);
}

/** What the wire says about an error; null for a fault of ours, of which nothing is told. */
export function problemOf(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof Refusal) return ofRefusal(cause);
  if (error instanceof TRPCError && cause instanceof z.ZodError) return invalid(cause);
  return null;
}

/** The body of an answer that refuses. */
export const problemBody = ({ code, message, issues }: ApiProblem) => ({
  type: `urn:tandem:problem:${code}`,
  title: apiProblems[code].message,
  status: apiProblems[code].status,
  code,
  detail: message,
  ...(issues.length > 0 ? { issues } : {}),
});
