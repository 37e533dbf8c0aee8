import { z } from "zod";
import { type ChangeKind, kindsOf, wishOf } from "@/domain/directory-breaker";
import { directoryMappingSchema, type GroupName, type MappingRow, wantedOf } from "@/domain/directory-mapping";
import { raterGroupSchema } from "@/domain/rater-group";
import { type PresentMember, parseSlices } from "@/domain/roster";
import { nameOfUser, saidUserSchema } from "@/domain/scim-user";
import type { UserStanding } from "@/domain/scim-view";
import { parseTimeZone } from "@/domain/time-zone";
import type { CompanyTransaction } from "@/server/db/with-company";

/** A person of the directory with everything that a decision about them needs. */
export type Standing = UserStanding & {
  id: string;
  groups: GroupName[];
  kinds: ChangeKind[];
  deleted: boolean;
  active: boolean;
  email: string;
  /** Holds a role or a seat: a new address is never taken without an admin, because it signs in to that role. */
  trusted: string[];
};

type Where = NonNullable<Parameters<CompanyTransaction["directoryPerson"]["findMany"]>[0]>["where"];

const problemSchema = z.object({ at: z.string(), request: z.string(), detail: z.string() });
const problemsSchema = z.array(problemSchema).catch([]);
export type DirectoryProblem = z.infer<typeof problemSchema>;

/** How the company's directory stands; made at the first question. */
export async function readSync(tx: CompanyTransaction, companyId: string) {
  await tx.$executeRaw`insert into directory_sync (company_id) values (${companyId}::uuid) on conflict do nothing`;
  const sync = await tx.directorySync.findUniqueOrThrow({ where: { companyId } });
  const mapping: MappingRow[] = directoryMappingSchema.catch([]).parse(sync.mapping);
  return { ...sync, mapping, problems: problemsSchema.parse(sync.problems) };
}
export type Sync = Awaited<ReturnType<typeof readSync>>;

/** People read at once: with what is read beside them, within the number of parameters that a statement may have. */
const batchSize = 4_000;

/** These people of the directory, however many. */
export async function readStandingsOf(
  tx: CompanyTransaction,
  companyId: string,
  mapping: readonly MappingRow[],
  ids: readonly string[],
): Promise<Standing[]> {
  const people: Standing[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = ids.slice(start, start + batchSize);
    people.push(...(await readStandings(tx, companyId, mapping, { memberId: { in: batch } })));
  }
  return people;
}

/** Everybody in the directory, by id. */
export async function readAllStandings(
  tx: CompanyTransaction,
  companyId: string,
  mapping: readonly MappingRow[],
): Promise<Standing[]> {
  const people: Standing[] = [];
  for (;;) {
    const after = people.at(-1)?.id;
    const where = after === undefined ? {} : { memberId: { gt: after } };
    const batch = await readStandings(tx, companyId, mapping, where, { take: batchSize });
    people.push(...batch);
    if (batch.length < batchSize) return people;
  }
}

/** People of the directory by id: what is in force, what is wanted, and how the two differ. */
export async function readStandings(
  tx: CompanyTransaction,
  companyId: string,
  mapping: readonly MappingRow[],
  where: Where,
  page: { skip?: number; take?: number } = {},
): Promise<Standing[]> {
  const rows = await tx.directoryPerson.findMany({
    where: { ...where, companyId },
    include: {
      member: { include: { seatTenures: { where: { endedAt: null }, select: { seat: true } } } },
      memberships: { select: { group: { select: { id: true, displayName: true } } } },
    },
    orderBy: { memberId: "asc" },
    ...page,
  });
  return rows.map(({ member: row, memberships, declined, deleted, active, email, ...person }): Standing => {
    const said = saidUserSchema.parse(person.said);
    const member: PresentMember = {
      id: row.id,
      name: row.name,
      email: row.email,
      group: raterGroupSchema.nullable().catch(null).parse(row.group),
      slices: parseSlices(row.slices),
      timeZone: row.timeZone,
    };
    const groups = memberships
      .map(({ group }) => group)
      .toSorted((left, right) => (left.displayName < right.displayName ? -1 : 1));
    const timeZone = said.timezone === undefined ? null : parseTimeZone(said.timezone);
    const wanted = wantedOf(
      {
        ...{ id: row.id, name: nameOfUser(said, email), email, groups },
        ...(timeZone === null ? {} : { timeZone }),
        active: active && !deleted,
        holdsSeat: row.seatTenures.length > 0,
      },
      mapping,
      member.slices,
    );
    return {
      ...{ id: row.id, said, member, wanted, groups, deleted, active, email },
      kinds: kindsOf(wanted, member),
      declined: declined === wishOf(wanted),
      trusted: [
        ...(row.admin ? ["admin"] : []),
        ...(row.board ? ["board"] : []),
        ...row.seatTenures.map(({ seat }) => seat),
      ],
    };
  });
}
