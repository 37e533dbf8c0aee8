import type { TRPCClientErrorLike } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";

/** Why something was refused, in the sentence that the law wrote; a lost connection gets words of its own. */
export function refusalWords(error: TRPCClientErrorLike<AppRouter>): string {
  const fields = error.data?.fields;
  const first: unknown = fields ? Object.values(fields).flat()[0] : undefined;
  if (typeof first === "string") return first;
  return error.data ? error.message : "The server could not be reached. Nothing was changed. Try again.";
}
