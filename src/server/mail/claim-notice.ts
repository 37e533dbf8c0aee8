import { composeMail } from "./layout";
import type { Mail } from "./send";

/** Tells a person that their right to one ballot was used. No link and no name: nothing that somebody else could make use of. */
export const claimNoticeMail = (email: string, contact: string): Mail =>
  composeMail(email, "A ballot was collected in your name", [
    { kind: "text", text: `A ballot was collected in your name. If that was not you, tell ${contact}.` },
  ]);
