import { createHmac } from "node:crypto";
import { env } from "@/env.js";
import { withDirectory } from "@/server/db/with-company";

/** So many links may be asked for per mail address within an hour. */
const linksPerHour = 5;
const hourMilliseconds = 3_600_000;

/**
 * Counts a request for a link to an address (lower case), a member's or a stranger's, over all processes. 0 if it may be
 * sent, else the seconds until one may. Stored is a keyed hash, for an hour.
 */
export async function countSignInRequest(email: string, now: Date): Promise<number> {
  const addressHash = createHmac("sha256", env.NEXTAUTH_SECRET).update(`sign-in ${email}`).digest("hex");
  const hourAgo = new Date(now.getTime() - hourMilliseconds);
  const expires = new Date(now.getTime() + hourMilliseconds);
  return withDirectory(async (tx) => {
    await tx.signInRequest.deleteMany({ where: { expires: { lt: now }, addressHash: { not: addressHash } } });
    // One statement on one row: of many requests at once, no more than the limit find room.
    const counted = await tx.$queryRaw<unknown[]>`
      insert into sign_in_request as it (address_hash, asked_at, expires)
      values (${addressHash}, array[${now}::timestamp], ${expires}::timestamp)
      on conflict (address_hash) do update
        set asked_at = array(select at from unnest(it.asked_at) as at where at > ${hourAgo}::timestamp) || excluded.asked_at,
            expires = excluded.expires
        where (select count(*) from unnest(it.asked_at) as at where at > ${hourAgo}::timestamp) < ${linksPerHour}
      returning 1`;
    if (counted.length > 0) return 0;
    const { askedAt } = await tx.signInRequest.findUniqueOrThrow({ where: { addressHash } });
    const oldest = Math.min(...askedAt.map((at) => at.getTime()).filter((at) => at > hourAgo.getTime()));
    return Math.max(1, Math.ceil((oldest - hourAgo.getTime()) / 1000));
  });
}
