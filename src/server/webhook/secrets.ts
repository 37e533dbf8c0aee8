import { randomBytes } from "node:crypto";
import { openCompanySecret, sealCompanySecret } from "@/server/keys/company-secret";

type Endpoint = { companyId: string; id: string };
type Kind = "address" | "secret";

const placeOf = ({ companyId, id }: Endpoint, kind: Kind) => ({ companyId, purpose: `webhook-${kind}/${id}` });

/** A fresh signing secret: 32 random bytes in the spelling of Standard Webhooks. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

export const sealWebhook = (endpoint: Endpoint, kind: Kind, secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sealCompanySecret(placeOf(endpoint, kind), secret));

export const openWebhook = (endpoint: Endpoint, kind: Kind, sealed: Uint8Array): string =>
  openCompanySecret(placeOf(endpoint, kind), sealed);
