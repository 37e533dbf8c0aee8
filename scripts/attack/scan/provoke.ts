import type { CastRequest } from "@/ballot/wire";
import type { Sent } from "../rater";
import { onServer } from "../stage";

const post = (origin: string, path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/${path}`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

/** Sends what goes wrong on the ballot routes: repeated, altered, oversized, broken, with a cookie, as no JSON at all. */
export async function provokeRefusals(origin: string, { request }: Sent, invitation: string): Promise<number[]> {
  const bad: Partial<CastRequest>[] = [
    {},
    { version: 7 },
    { signature: request.envelope.slice(0, request.signature.length) },
    { envelope: `${request.envelope}AAAA` },
    { keyId: request.ballotPublicKey },
  ];
  const answers = [
    ...bad.map((part) => post(origin, "ballot/cast", JSON.stringify({ ...request, ...part }))),
    post(origin, "ballot/cast", JSON.stringify(request), { cookie: "session=secret" }),
    post(origin, "ballot/cast", JSON.stringify(request).slice(0, -40)),
    post(origin, "ballot/cast", JSON.stringify(request), { "content-type": "text/plain" }),
    post(origin, "ballot/cast", JSON.stringify({ ...request, padding: "x".repeat(80_000) })),
    post(
      origin,
      "claim/claim",
      JSON.stringify({ cycle: request.cycle, invitation, keyId: request.keyId, blindedMessage: "A".repeat(512) }),
    ),
    post(origin, "claim/manifest", JSON.stringify({ cycle: request.cycle, invitation: `${invitation}x` })),
    post(origin, `ballot/${request.ballotPublicKey}`, "{}"),
  ];
  return (await Promise.all(answers)).map(({ status }) => status);
}

/** A constraint that no ballot meets: PostgreSQL then has a failing row to tell of. Returns the answer's status. */
export async function provokeFailingRow(adminUrl: string, origin: string, { request }: Sent): Promise<number> {
  await onServer(adminUrl, "alter table ballot add constraint impossible check (version < 0) not valid");
  try {
    return (await post(origin, "ballot/cast", JSON.stringify(request))).status;
  } finally {
    await onServer(adminUrl, "alter table ballot drop constraint impossible");
  }
}

/** Statements that fail on the casting role itself: a missing value, a wrong type, a table that it may not read. */
export async function provokeDatabaseErrors(
  ballotUrl: string,
  cycle: { companyId: string; cycleId: string },
  sent: Sent,
) {
  const nullifier = `'\\x${sent.nullifier}'`;
  const place = `'${cycle.companyId}', '${cycle.cycleId}'`;
  const statements = [
    `select cast_ballot(${place}, ${nullifier}, ${nullifier}, 1, ${nullifier}, '\\x00', '\\x00', null, '\\x00')`,
    `select cast_ballot(${place}, ${nullifier}, ${nullifier}, 'one', null, null, null, null, null)`,
    `insert into ballot select * from ballot where nullifier = ${nullifier}`,
    `select name from roster_entry where email = '${sent.nullifier}'`,
  ];
  let failed = 0;
  for (const statement of statements) {
    await onServer(ballotUrl, statement).catch(() => {
      failed += 1;
    });
  }
  return failed;
}
