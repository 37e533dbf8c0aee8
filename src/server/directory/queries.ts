import { createHash } from "node:crypto";
import { type ChangeKind, changeKinds } from "@/domain/directory-breaker";
import { rosterPageSize } from "@/domain/roster";
import { env } from "@/env.js";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { withCompany } from "@/server/db/with-company";
import { readAllStandings, readSync, type Standing } from "./standing";

/** Names what would be written: two comparisons are alike only if applying them writes the same. */
export function fingerprintOf(people: readonly Standing[]): string {
  const hash = createHash("sha256");
  for (const { id, wanted, member, deleted } of people) {
    hash.update(`${JSON.stringify([id, wanted, member.email, member.group, member.slices, deleted])}\n`);
  }
  return hash.digest("hex");
}

const order: Record<ChangeKind, number> = { identity: 0, leave: 1, move: 2 };
const rank = ({ kinds }: Standing): number => Math.min(...kinds.map((kind) => order[kind]));

const row = ({ id, member, wanted, kinds, trusted }: Standing) => ({
  id,
  name: member.name,
  kinds,
  guarded: trusted.length > 0 && kinds.includes("identity"),
  before: { email: member.email, group: member.group, slices: member.slices },
  after: { email: wanted.email, group: wanted.group, slices: wanted.slices },
});

/** All an admin sees of the directory: where it knocks, what it means, what waits, and what went wrong. */
export const getDirectory = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const sync = await readSync(tx, companyId);
    const people = await readAllStandings(tx, companyId, sync.mapping);
    const waiting = people.filter((person) => person.kinds.length > 0 && !person.declined);
    const shown = waiting.toSorted((left, right) => rank(left) - rank(right)).slice(0, rosterPageSize);
    const groups = await tx.directoryGroup.findMany({
      where: { companyId },
      select: { id: true, displayName: true, _count: { select: { memberships: true } } },
      orderBy: { nameKey: "asc" },
    });
    const held = { leave: sync.leavesHeldAt, identity: sync.identitiesHeldAt, move: sync.movesHeldAt };
    return {
      timeZone: await getTimeZone(tx, companyId),
      endpoint: `${new URL(env.TANDEM_URL).origin}/scim/v2`,
      lastRequestAt: sync.lastRequestAt,
      known: people.filter(({ deleted }) => !deleted).length,
      asked: people.filter(({ member }) => member.group !== null).length,
      groups: groups.map(({ id, displayName, _count }) => ({ id, displayName, people: _count.memberships })),
      mapping: sync.mapping,
      began: sync.acknowledgedAt !== null,
      reviewed: sync.reviewSince !== null,
      stopped: changeKinds.filter((kind) => held[kind] !== null),
      comparison: fingerprintOf(waiting),
      counts: {
        people: waiting.length,
        leave: waiting.filter(({ kinds }) => kinds.includes("leave")).length,
        identity: waiting.filter(({ kinds }) => kinds.includes("identity")).length,
        join: waiting.filter(({ kinds, member }) => kinds.includes("move") && member.group === null).length,
        move: waiting.filter(({ kinds, member }) => kinds.includes("move") && member.group !== null).length,
      },
      waiting: shown.map(row),
      declined: people.filter(({ kinds, declined }) => kinds.length > 0 && declined).length,
      /** Gone from the directory, still with a role here: an admin takes it from them. */
      rolesLeft: people
        .filter(({ active, deleted, trusted }) => (!active || deleted) && trusted.length > 0)
        .map(({ id, member, trusted }) => ({ id, name: member.name, email: member.email, roles: trusted })),
      problems: sync.problems,
    };
  });
