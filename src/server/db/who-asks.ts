import { appClient } from "./client";

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
};

/** The membership of a mail address (lower case) in the company at a slug; null for strangers and unknown companies alike. */
export async function findMembership(slug: string, email: string): Promise<Membership | null> {
  const rows = await appClient().$queryRaw<Membership[]>`
    select company_id as "companyId", slug, name, member_id as "memberId", admin, board, seats
    from find_membership(${slug}, ${email})`;
  return rows[0] ?? null;
}

/** Whose session a token's hash is, and until when; null for an unknown one. */
export async function findSessionOwner(tokenHash: string): Promise<{ email: string; expires: Date } | null> {
  const rows = await appClient().$queryRaw<{ email: string; expires: Date }[]>`
    select person.email, session.expires from session join "user" as person on person.id = session.user_id
    where session.token_hash = ${tokenHash}`;
  return rows[0] ?? null;
}
