import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { VerifiedBallot } from "./ballot-store";
import { withCompany, withDirectory } from "./with-company";

/** For tests: a company with one member and one draft cycle. */
export async function makeCompany(email = "ada@example.test") {
  const slug = `company-${randomUUID().slice(0, 8)}`;
  const company = await withDirectory((tx) =>
    tx.company.create({ data: { slug, name: slug, mailDomains: ["example.test"], contact: "hr@example.test" } }),
  );
  const tenant = { companyId: company.id };
  const cycle = await withCompany(tenant, async (tx) => {
    await tx.member.create({ data: { ...tenant, email, name: "Ada" } });
    return tx.cycle.create({ data: { ...tenant, quarter: "2026-Q2", closesAt: new Date(Date.now() + 3_600_000) } });
  });
  return { slug, tenant, companyId: company.id, cycleId: cycle.id };
}

type TestCycle = { companyId: string; cycleId: string };

export const moveTo = ({ companyId, cycleId }: TestCycle, phase: string) =>
  withCompany({ companyId }, (tx) =>
    tx.cycle.update({ where: { companyId_id: { companyId, id: cycleId } }, data: { phase } }),
  );

export async function makeOpenCycle() {
  const made = await makeCompany();
  await moveTo(made, "open");
  return made;
}

/** A ballot of random bytes: the database cannot tell it from a real one. */
export function anyBallot({ companyId, cycleId }: TestCycle): VerifiedBallot {
  const ballotPublicKey = randomBytes(32);
  const keyId = randomBytes(32);
  return {
    companyId,
    cycleId,
    keyId,
    ballotPublicKey,
    nullifier: createHash("sha256").update(ballotPublicKey).update(keyId).digest(),
    version: 1,
    credential: { messagePrefix: randomBytes(32), signature: randomBytes(384) },
    envelope: randomBytes(512),
    signature: randomBytes(64),
  };
}
