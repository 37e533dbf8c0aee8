import { randomBytes } from "node:crypto";
import { hashToken } from "@/server/auth/adapter";
import { sessionCookies } from "@/server/auth/session";
import type { Stage } from "../stage";

/** A signed-in browser's cookie: a session row as sign-in leaves one. */
export async function sessionOf({ admin }: Stage, email: string): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const { rows } = await admin.query<{ id: string }>(
    'insert into "user" (email) values ($1) on conflict (email) do update set email = excluded.email returning id',
    [email],
  );
  await admin.query("insert into session (token_hash, user_id, expires) values ($1, $2, now() + interval '1 day')", [
    hashToken(token),
    rows[0]?.id,
  ]);
  return `${sessionCookies[1]}=${token}`;
}
