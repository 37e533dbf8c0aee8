import { hkdfSync } from "node:crypto";
import { env } from "@/env.js";
import { seal, unseal } from "./sealed";

/** Which of a company's secrets it is: a sealed one opens for its own company and purpose only. */
type Place = { companyId: string; purpose: string };

const key = () =>
  Buffer.from(hkdfSync("sha256", Buffer.from(env.TANDEM_MASTER_KEY, "base64"), "", "tandem/company-secret", 32));
const nameOf = ({ companyId, purpose }: Place) => `tandem/company-secret/1|${companyId}|${purpose}`;

/** Encrypts what a company entrusts to us for talking to its other systems, so that it can be stored in the database. */
export const sealCompanySecret = (place: Place, secret: string): Buffer =>
  seal(key(), nameOf(place), Buffer.from(secret, "utf8"));

/** The secret again; throws if it was changed, moved to another place, or sealed under another master key. */
export const openCompanySecret = (place: Place, sealed: Uint8Array): string =>
  unseal(key(), nameOf(place), sealed).toString("utf8");
