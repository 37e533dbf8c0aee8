import {
  breakerHours,
  type ChangeKind,
  changeKinds,
  holdBack,
  type PastChange,
  peopleMet,
  rosterThen,
  stops,
} from "@/domain/directory-breaker";
import { raterGroupLabel } from "@/domain/rater-group";
import { comparePerson, type RosterChanges } from "@/domain/roster-comparison";
import { recordAudit } from "@/server/audit/commands";
import type { Actor } from "@/server/company/tenant";
import type { CompanyTransaction } from "@/server/db/with-company";
import { enqueueMails } from "@/server/jobs/enqueue";
import { directoryWaitsMail } from "@/server/mail/directory-waits";
import { writeRoster } from "@/server/roster/write";
import { readStandingsOf, readSync, type Standing, type Sync } from "./standing";

export type DirectoryActor = Actor & { via?: string };

const flagOf = { leave: "leavesHeldAt", identity: "identitiesHeldAt", move: "movesHeldAt" } as const;

/** Whether nothing of the directory goes through by itself: before the first yes, and after the mapping changed. */
export const underReview = ({ acknowledgedAt, reviewSince }: Sync): boolean =>
  acknowledgedAt === null || reviewSince !== null;

/** A new address of somebody with a role is never taken unseen. */
const isGuarded = ({ trusted }: Standing, kind: ChangeKind) => kind === "identity" && trusted.length > 0;

/** Kinds of change that are too many together with what went through within the window; each is then held for everybody. */
async function stoppedKinds(
  tx: CompanyTransaction,
  { companyId, now }: Actor,
  sync: Sync,
  people: readonly Standing[],
): Promise<ChangeKind[]> {
  const asked = (kind: ChangeKind) =>
    people
      .filter((it) => it.kinds.includes(kind) && !it.declined && !isGuarded(it, kind))
      // An address of somebody who is not asked gives nobody a voice.
      .filter(({ member }) => kind !== "identity" || member.group !== null)
      .map(({ id }) => id);
  const open = changeKinds.filter((kind) => sync[flagOf[kind]] === null && asked(kind).length > 0);
  if (open.length === 0) return [];
  const windowBegan = new Date(now.getTime() - breakerHours * 3_600_000);
  const since = sync.acknowledgedAt && sync.acknowledgedAt > windowBegan ? sync.acknowledgedAt : windowBegan;
  const past = await tx.$queryRaw<(PastChange & { there: boolean })[]>`
    select change.member_id as "memberId", change.kind, member."group" is not null as there
    from directory_change as change
      join member on member.company_id = change.company_id and member.id = change.member_id
    where change.company_id = ${companyId}::uuid and change.at > ${since}::timestamptz at time zone 'UTC'
    order by change.at`;
  const onRoster = new Set(past.filter(({ there }) => there).map(({ memberId }) => memberId));
  const size = rosterThen(await tx.member.count({ where: { companyId, group: { not: null } } }), onRoster, past);
  return open.filter((kind) => stops(kind, peopleMet(kind, past, onRoster, asked(kind)), size));
}

const groupName = (group: string | null) => (group === "executive" ? raterGroupLabel.executive.one : raterGroupLabel.engineer.one).toLowerCase(); // biome-ignore format: one thought

function deed({ member, wanted }: Standing, kinds: readonly ChangeKind[]): string {
  const words = [
    ...(kinds.includes("leave") ? ["left"] : []),
    ...(kinds.includes("move")
      ? [member.group === null ? `joined as ${groupName(wanted.group)}` : "changed group or slice"]
      : []),
    ...(kinds.length === 0 ? ["name or time zone changed"] : []),
    ...(kinds.includes("identity") ? [`address became ${wanted.email}`] : []),
  ];
  // By address, as everywhere in the log: an erasure follows addresses from one to the next.
  return `${member.email}: ${words.join(", ")}`;
}

type Done = { person: Standing; kinds: ChangeKind[] };

async function noteDone(tx: CompanyTransaction, actor: DirectoryActor, done: readonly Done[]): Promise<void> {
  if (done.length === 0) return;
  const { companyId, now } = actor;
  const kindOf = (person: Standing, kind: ChangeKind) =>
    kind === "move" && person.member.group === null ? "join" : kind;
  await tx.directoryChange.createMany({
    data: done.flatMap(({ person, kinds }) =>
      kinds.map((kind) => ({ companyId, memberId: person.id, kind: kindOf(person, kind), at: now })),
    ),
  });
  // Whose address changed stands in the log, each of them: nobody takes a voice over unseen.
  const named = done.filter(({ kinds }, index) => kinds.includes("identity") || (done.length === 1 && index === 0));
  for (const { person, kinds } of named) await recordAudit(tx, actor, "roster.sync", deed(person, kinds));
  if (done.length > 1) {
    const count = (kind: string) =>
      done.filter(({ person, kinds }) => kinds.some((each) => kindOf(person, each) === kind)).length;
    const words = `${count("join")} joined, ${count("move")} changed, ${count("leave")} left`;
    await recordAudit(tx, actor, "roster.sync", words);
  }
}

/** New addresses that somebody else has by now, or keeps because theirs waits: those wait too. */
async function takenFor(
  tx: CompanyTransaction,
  companyId: string,
  moving: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  if (moving.size === 0) return new Set();
  const holders = await tx.$queryRaw<{ id: string; email: string }[]>`
    select id, email from member where company_id = ${companyId}::uuid and email = any(${[...moving.values()]})`;
  const holderOf = new Map(holders.map(({ id, email }) => [email, id]));
  const stuck = new Set<string>();
  for (let before = -1; before !== stuck.size; ) {
    before = stuck.size;
    for (const [id, email] of moving) {
      const holder = holderOf.get(email);
      if (holder !== undefined && holder !== id && (!moving.has(holder) || stuck.has(holder))) stuck.add(id);
    }
  }
  return stuck;
}

/** Writes what is not held for these people, through the same comparison and the same write as a file. */
async function put(
  tx: CompanyTransaction,
  { companyId }: Actor,
  people: readonly Standing[],
  heldOf: (person: Standing) => ChangeKind[],
): Promise<Done[]> {
  const moves = (person: Standing) => person.kinds.includes("identity") && !heldOf(person).includes("identity");
  const stuck = await takenFor(tx, companyId, new Map(people.filter(moves).map(({ id, email }) => [id, email])));
  const changes: RosterChanges = { create: [], update: [], leave: [] };
  const done: Done[] = [];
  const gone: string[] = [];
  for (const person of people) {
    const held: ChangeKind[] = [...heldOf(person), ...(stuck.has(person.id) ? ["identity" as const] : [])];
    const outcome = comparePerson(holdBack(person.wanted, person.member, held), person.member, changes);
    const kinds = person.kinds.filter((kind) => !held.includes(kind));
    if (outcome !== "unchanged") done.push({ person, kinds });
    if (person.deleted && !held.includes("leave")) gone.push(person.id);
  }
  await writeRoster(tx, companyId, changes);
  await tx.$executeRaw`
    delete from directory_person where company_id = ${companyId}::uuid and member_id = any(${gone}::uuid[])`;
  return done;
}

async function tellAdmins(tx: CompanyTransaction, actor: DirectoryActor, waiting: number): Promise<void> {
  const { companyId, name, slug, now } = actor;
  const admins = await tx.member.findMany({
    where: { companyId, admin: true, erasedAt: null },
    select: { email: true },
  });
  await enqueueMails(
    tx,
    admins.map(({ email }) => directoryWaitsMail(email, { company: name, slug, people: waiting })),
  );
  await tx.directorySync.update({ where: { companyId }, data: { toldAt: now } });
}

/**
 * Brings these people's rows of the roster to what the directory wants, as far as that may happen unseen; the rest waits
 * for an admin, who is told once. Call with the roster locked.
 */
export async function reconcile(tx: CompanyTransaction, actor: DirectoryActor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { companyId, now } = actor;
  const sync = await readSync(tx, companyId);
  const people = await readStandingsOf(tx, companyId, sync.mapping, [...new Set(ids)]);
  const review = underReview(sync);
  const stopped = review ? [] : await stoppedKinds(tx, actor, sync, people);
  if (stopped.length > 0) {
    await tx.directorySync.update({
      where: { companyId },
      data: Object.fromEntries(stopped.map((kind) => [flagOf[kind], now])),
    });
    await recordAudit(tx, actor, "directory.held", stopped.join(", "));
  }
  const heldOf = (person: Standing) =>
    person.kinds.filter(
      (kind) =>
        review || person.declined || sync[flagOf[kind]] !== null || stopped.includes(kind) || isGuarded(person, kind),
    );
  const waiting = people.filter((person) => !person.declined && heldOf(person).length > 0).length;
  await noteDone(tx, actor, await put(tx, actor, people, heldOf));
  if (waiting > 0 && sync.toldAt === null) await tellAdmins(tx, actor, waiting);
}

/** Puts everything that waits in force, whatever its share: an admin has seen it. */
export const putAll = (tx: CompanyTransaction, actor: Actor, people: readonly Standing[]): Promise<Done[]> =>
  put(tx, actor, people, (person) => (person.declined ? [...person.kinds] : []));
