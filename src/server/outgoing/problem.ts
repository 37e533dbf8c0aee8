export type OutgoingProblemKind =
  | "invalid-address"
  | "forbidden-address"
  | "unknown-host"
  | "unreachable"
  | "certificate"
  | "timeout"
  | "too-large"
  | "redirect";

/** Why a request to an address that an admin typed was not made or not finished; the sentence holds nothing of an answer. */
export class OutgoingProblem extends Error {
  constructor(
    readonly kind: OutgoingProblemKind,
    message: string,
  ) {
    super(message);
    this.name = "OutgoingProblem";
  }
}
