import { apiKeyRefusals } from "./api-key";

/** Every way in which the public API refuses, by a code that stays: programs compare codes, people read the sentence. */
export const apiProblems = {
  ...apiKeyRefusals,
  "cookies-refused": { status: 400, message: "This address takes no cookies." },
  "invalid-json": { status: 400, message: "The body is not JSON." },
  "not-found": { status: 404, message: "There is nothing at this address." },
  "method-not-allowed": { status: 405, message: "This address does not answer that method." },
  conflict: { status: 409, message: "This does not fit how things stand now." },
  "import-ended": { status: 409, message: "This import was applied or discarded already." },
  "comparison-changed": {
    status: 409,
    message: "The roster or the import changed since this comparison. Read it again.",
  },
  "request-in-progress": { status: 409, message: "The first request with this Idempotency-Key is still running." },
  "too-early": { status: 409, message: "It is too early for that." },
  "too-late": { status: 409, message: "It is too late for that." },
  "too-many": { status: 409, message: "There are too many of these already." },
  "too-large": { status: 413, message: "The body is larger than anything this address takes." },
  "not-json": { status: 415, message: "Send JSON: Content-Type: application/json." },
  invalid: { status: 422, message: "Something in the request is not as it must be." },
  "idempotency-key-reused": {
    status: 422,
    message: "This Idempotency-Key was used for another request within a day. Take a new one.",
  },
  "rate-limited": { status: 429, message: "Too many requests just now. Try again later." },
  fault: { status: 500, message: "This did not work. Nothing was changed." },
} as const;

export type ApiProblemCode = keyof typeof apiProblems;
export const apiProblemCodes = Object.keys(apiProblems) as ApiProblemCode[];
