import { WrongReceipt } from "./cast";
import { PrimitivesMissing } from "./load-primitives";
import { WireError } from "./wire";

/** Refusals whose message the server wrote for the person who reads it. */
const written = ["BAD_REQUEST", "CONFLICT", "FORBIDDEN", "NOT_FOUND", "PRECONDITION_FAILED", "TOO_MANY_REQUESTS"];

/** One sentence about what went wrong, and what is still safe. */
export function failureSentence(error: unknown, contact: string): string {
  if (error instanceof WrongReceipt) {
    return `The server confirmed another ballot than the one sealed here. Tell ${contact}.`;
  }
  if (error instanceof PrimitivesMissing) {
    return "The part of this page that seals did not load. Check your connection and load the page again: nothing is lost.";
  }
  if (!(error instanceof WireError)) return "This browser could not do it. Leave this page open and try again.";
  if (error.code === "OFFLINE") return "The server did not answer. Check your connection.";
  if (written.includes(error.code) && error.message !== "" && !/^[[{]/.test(error.message)) return error.message;
  return "The server could not take it just now.";
}
