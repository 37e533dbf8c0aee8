import { appClient } from "./client";
import { withCompany } from "./with-company";

/** What every signed-in request asks first, each as one statement without a transaction around it. */

export type Membership = {
  companyId: string;
  slug: string;
  name: string;
  memberId: string;
  admin: boolean;
  board: boolean;
  /** Seats held now. */
  seats: string[];
  /** The company lets its people in through its own sign-in only. */
  ownSignIn: boolean;
  /** An admin who may enter by a link from a mail all the same. */
  breakGlass: boolean;
};

/** The membership of a mail address (lower case) in the company at a slug; null for strangers and unknown companies alike. */
export async function findMembership(slug: string, email: string): Promise<Membership | null> {
  const rows = await appClient().$queryRaw<Membership[]>`
    select company_id as "companyId", slug, name, member_id as "memberId", admin, board, seats,
      own_sign_in as "ownSignIn", break_glass as "breakGlass"
    from find_membership(${slug}, ${email})`;
  return rows[0] ?? null;
}

export type SessionOwner = { id: string; email: string; expires: Date; lastUsedOn: Date; signOnCompany: string | null };

/** Whose session a token's hash is, until when, and on which day it was last used; null for an unknown one. */
export async function findSessionOwner(tokenHash: string): Promise<SessionOwner | null> {
  const rows = await appClient().$queryRaw<SessionOwner[]>`
    select session.id, person.email, session.expires, session.last_used_on as "lastUsedOn",
      session.sign_on_company as "signOnCompany"
    from session join "user" as person on person.id = session.user_id
    where session.token_hash = ${tokenHash}`;
  return rows[0] ?? null;
}

/** Notes the day on which a session is used; called once a day at most, so no order of requests is kept. */
export async function noteSessionUse(id: string, day: Date): Promise<void> {
  await appClient().$executeRaw`
    update session set last_used_on = ${day}::date where id = ${id}::uuid and last_used_on < ${day}::date`;
}

/** Whose visit this process has noted today, by company and member. */
const noted = { day: "", visits: new Set<string>() };

/** Notes the day on which a member with a role was last in their company; written once a day and process. */
export async function noteVisit(
  { companyId, memberId }: Pick<Membership, "companyId" | "memberId">,
  now: Date,
): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  if (noted.day !== day) Object.assign(noted, { day, visits: new Set<string>() });
  const visit = `${companyId}/${memberId}`;
  if (noted.visits.has(visit)) return;
  noted.visits.add(visit);
  // A row that an import is just changing is passed over: nobody's page waits for this.
  await withCompany(
    { companyId },
    (tx) => tx.$executeRaw`
      update member set last_here_on = ${day}::date where (company_id, id) in (
        select company_id, id from member
        where company_id = ${companyId}::uuid and id = ${memberId}::uuid and (last_here_on is null or last_here_on < ${day}::date)
        for update skip locked)`,
  );
}
