/** What can go wrong by the law of the product; the wire maps each kind to one status. */
export type RefusalKind = "not-found" | "invalid" | "conflict" | "too-late" | "too-early" | "too-many";

/** A request that the law refuses, with a sentence for the person who made it and, if one field caused it, its name. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** Nothing there, or nothing of yours: the two are never told apart. */
export const notFound = (): Refusal => new Refusal("not-found", "There is nothing at this address.");
