import type { Wire } from "@/ballot/wire";
import { createCaller } from "@/server/api/root";
import { ballotRouter } from "@/server/ballot/router";
import { findTenant } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { claimRouter } from "@/server/credential/router";
import { getPublicRecord } from "@/server/cycle/record";

/** Somebody signed in, at a moment: the same gate as over HTTP. */
export const callerFor = (email: string | null, now: Date) => createCaller({ email, now });

/** The two ballot routers as the voting page sees them, without HTTP between, at a moment. */
export function wireAt(now: Date): Wire {
  const claim = claimRouter.createCaller({ now });
  const ballot = ballotRouter.createCaller({ now });
  return {
    claim: { manifest: (input) => claim.manifest(input), claim: (input) => claim.claim(input) },
    ballot: {
      manifest: (input) => ballot.manifest(input),
      cast: (input) => ballot.cast(input),
      withdraw: (input) => ballot.withdraw(input),
      state: (input) => ballot.state(input),
      proof: (input) => ballot.proof(input),
    },
    ledger: async (cycle) => (await getPublicRecord(cycle))?.ledger ?? null,
  };
}

/** A tenant for tests and the demo; throws if the person is not a member. */
export async function tenantFor(slug: string, email: string, now: Date): Promise<Tenant> {
  const tenant = await findTenant(slug, email, now);
  if (!tenant) throw new Error(`${email} is not a member of ${slug}`);
  return tenant;
}

/** Imports a roster through preview and apply, as an admin does. */
export async function importRoster(
  caller: ReturnType<typeof callerFor>,
  company: string,
  people: readonly { name: string; email: string; group?: string; team?: string }[],
): Promise<void> {
  const rows = people.map(({ name, email, group = "engineer", team = "" }) => `"${name}",${email},${group},${team}`);
  const text = ["name,email,group,team", ...rows].join("\n");
  const { importId } = await caller.roster.preview({ company, fileName: "roster.csv", text });
  const preview = await caller.roster.import({ company, importId, filter: "changes", page: 1 });
  await caller.roster.applyImport({ company, importId, comparison: preview.comparison });
}
