import { createHash } from "node:crypto";

/** What is kept of a link's token. The lookup is by this hash, so comparing tells nothing about the token. */
export const hashShareToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update("tandem/board-share\n").update(token).digest());
