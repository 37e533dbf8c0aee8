import { TRPCError } from "@trpc/server";
import { Refusal, type RefusalKind } from "@/domain/errors";

const codes = {
  "not-found": "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  "too-late": "PRECONDITION_FAILED",
  "too-early": "PRECONDITION_FAILED",
  "too-many": "TOO_MANY_REQUESTS",
} as const satisfies Record<RefusalKind, TRPCError["code"]>;

/** Why somebody has to sign in before this: to the company they asked for, if they named one, by any way or its own only. */
export class SignInFirst extends Error {
  constructor(
    readonly company: string | null,
    readonly ownSignIn: boolean,
  ) {
    super("sign in first");
  }
}

/** Maps a refusal of the law to the wire; anything else passes unchanged and becomes a 500 without details. */
export function toWire(error: unknown): unknown {
  return error instanceof Refusal
    ? new TRPCError({ code: codes[error.kind], message: error.message, cause: error })
    : error;
}

/** The field that caused a refusal, for the form. */
export const refusedField = (cause: unknown): string | null =>
  cause instanceof Refusal ? (cause.field ?? null) : null;
