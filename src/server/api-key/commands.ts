import { randomBytes } from "node:crypto";
import type { z } from "zod";
import {
  apiKeyState,
  apiKeyWarningDays,
  type createApiKeyInput,
  endedApiKeyDays,
  maxApiKeys,
  mayHold,
} from "@/domain/api-key";
import { apiKeyToken, secretBytes } from "@/domain/api-key-token";
import { notFound, Refusal } from "@/domain/errors";
import { daysBefore } from "@/domain/retention";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { keyOf } from "@/server/cycle/locked";
import { type CompanyTransaction, withCompany } from "@/server/db/with-company";
import { enqueueMails } from "@/server/jobs/enqueue";
import { apiKeyExpiryMail } from "@/server/mail/api-key-expiry";
import { hashApiKey } from "./token";

const dayMilliseconds = 86_400_000;

/** Makes a key for somebody who may do themselves what it is for. The key is answered here and never again. */
export async function createApiKey(
  tenant: Tenant,
  { name, scopes, days }: z.output<typeof createApiKeyInput>,
): Promise<{ token: string; expiresAt: Date }> {
  const { companyId, memberId, now } = tenant;
  const beyond = scopes.filter((scope) => !mayHold(tenant.roles, scope));
  if (beyond.length > 0) {
    throw new Refusal(
      "invalid",
      `You may not do that yourself, so no key of yours may: ${beyond.join(", ")}.`,
      "scopes",
    );
  }
  const token = apiKeyToken(companyId, randomBytes(secretBytes));
  const expiresAt = new Date(now.getTime() + days * dayMilliseconds);
  await withCompany(tenant, async (tx) => {
    // Two at once are counted one after the other.
    await tx.$queryRaw`select 1 from pg_advisory_xact_lock(hashtext(${`api-key ${companyId}`}))`;
    if ((await tx.apiKey.count({ where: { companyId, revokedAt: null, expiresAt: { gt: now } } })) >= maxApiKeys) {
      throw new Refusal("too-many", `The company has ${maxApiKeys} keys that work. Revoke one that is not needed.`);
    }
    await tx.apiKey.create({
      data: { companyId, memberId, name, scopes, tokenHash: hashApiKey(token), createdAt: now, expiresAt },
    });
    const until = expiresAt.toISOString().slice(0, 10);
    await recordAudit(tx, tenant, "apiKey.create", `${name}: ${scopes.join(", ")}, until ${until}`);
  });
  return { token, expiresAt };
}

/** Ends a key at once and for good: one's own, or as an admin anybody's. */
export async function revokeApiKey(tenant: Tenant, keyId: string): Promise<void> {
  await withCompany(tenant, async (tx) => {
    const key = await tx.apiKey.findUnique({ where: keyOf(tenant, keyId) });
    if (!key || (key.memberId !== tenant.memberId && !tenant.roles.includes("admin"))) throw notFound();
    if (apiKeyState(key, tenant.now) !== "active") throw new Refusal("conflict", "This key opens nothing any more.");
    await tx.apiKey.update({ where: keyOf(tenant, keyId), data: { revokedAt: tenant.now } });
    await recordAudit(tx, tenant, "apiKey.revoke", key.name);
  });
}

/** Tells makers, once, of keys that end within a week, and forgets keys that ended long ago. */
export async function tendApiKeys(
  tx: CompanyTransaction,
  company: { companyId: string; slug: string; name: string },
  now: Date,
): Promise<void> {
  const { companyId } = company;
  const ending = await tx.apiKey.findMany({
    where: {
      companyId,
      revokedAt: null,
      expiryTold: false,
      expiresAt: { gt: now, lte: new Date(now.getTime() + apiKeyWarningDays * dayMilliseconds) },
      member: { erasedAt: null },
    },
    include: { member: { select: { email: true } } },
  });
  await enqueueMails(
    tx,
    ending.map(({ name, expiresAt, member }) => apiKeyExpiryMail(member.email, company, { name, expiresAt })),
  );
  await tx.apiKey.updateMany({
    where: { companyId, id: { in: ending.map(({ id }) => id) } },
    data: { expiryTold: true },
  });
  const before = daysBefore(now, endedApiKeyDays);
  await tx.apiKey.deleteMany({
    where: { companyId, OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  });
}
