import type { WantedPerson } from "@/domain/roster";
import type { RosterChanges } from "@/domain/roster-comparison";
import type { CompanyTransaction } from "@/server/db/with-company";

/** Rows of one statement: large enough to be quick, small enough to keep its text under a few megabytes. */
const batchSize = 5_000;

/** One at a time per company: whoever comes second waits here and then meets what the first one did. */
export async function lockRoster(tx: CompanyTransaction, { companyId }: { companyId: string }): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`roster:${companyId}`}, 0))::text`;
}

function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}

/** Writes what a comparison found, from whatever source; call with the roster locked. Frozen rosters are not touched. */
export async function writeRoster(tx: CompanyTransaction, companyId: string, changes: RosterChanges): Promise<void> {
  for (const people of batches(changes.create)) await insertPeople(tx, companyId, people);
  for (const people of batches(changes.update)) await updatePeople(tx, companyId, people);
  for (const people of batches(changes.leave)) {
    await tx.member.updateMany({ where: { companyId, id: { in: people.map(({ id }) => id) } }, data: { group: null } });
  }
}

/** Somebody may have been invited since the comparison: then they are updated. */
async function insertPeople(tx: CompanyTransaction, companyId: string, people: readonly WantedPerson[]): Promise<void> {
  await tx.$executeRaw`
    insert into member (company_id, email, name, "group", slices, time_zone)
    select ${companyId}::uuid, fresh.email, fresh.name, fresh."group", fresh.slices, fresh."timeZone"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as fresh(email text, name text, "group" text, slices jsonb, "timeZone" text)
    on conflict (company_id, email)
      do update set name = excluded.name, "group" = excluded."group", slices = excluded.slices,
        time_zone = excluded.time_zone`;
}

/** One statement for a whole batch: updateMany cannot set many rows to different values. */
async function updatePeople(
  tx: CompanyTransaction,
  companyId: string,
  people: readonly (WantedPerson & { id: string })[],
): Promise<void> {
  const rows = JSON.stringify(people);
  // Two people may change places: every address that moves is let go before any is taken.
  await tx.$executeRaw`
    update member set email = 'moving-' || member.id || '@moving.invalid'
    from jsonb_to_recordset(${rows}::jsonb) as fresh(id uuid, email text)
    where member.company_id = ${companyId}::uuid and member.id = fresh.id and member.email <> fresh.email`;
  await tx.$executeRaw`
    update member set email = fresh.email, name = fresh.name, "group" = fresh."group", slices = fresh.slices,
      time_zone = fresh."timeZone"
    from jsonb_to_recordset(${rows}::jsonb)
      as fresh(id uuid, email text, name text, "group" text, slices jsonb, "timeZone" text)
    where member.company_id = ${companyId}::uuid and member.id = fresh.id`;
}
