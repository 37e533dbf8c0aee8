import { createHash } from "node:crypto";

/** What is kept of a key. It holds 256 random bits, so one plain hash is enough, and the look-up by it tells nothing. */
export const hashApiKey = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update("tandem/api-key\n").update(token).digest());
