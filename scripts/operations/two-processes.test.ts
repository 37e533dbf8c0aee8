import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blind } from "@/ballot/protocol";
import { wireOver } from "@/ballot/wire";
import { toBase64Url } from "@/domain/bytes";
import { manifestSchema } from "@/domain/manifest";
import { authAdapter } from "@/server/auth/adapter";
import { stopJobQueue } from "@/server/jobs/boss";
import { destroyCycle } from "@/server/tally/commands";
import { callerFor } from "../../prisma/factories";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../prisma/test-cycle";
import { type Child, startChild } from "../attack/child";
import { account, storedLeaves } from "../attack/crash/casting";
import { castSheet, claim, inventSheet, sealed } from "../attack/rater";
import { adminQuery } from "../testing/admin-query";

// Two app processes on one PostgreSQL and one key folder, as an installation with a balancer runs them.

let children: Child[];
let balancer: http.Server;
let origin: string;
let cycle: TestCycle;
const token = "session-of-the-admin";
const adminUrl = process.env.TEST_ADMIN_URL ?? "";
const portOf = (server: http.Server) => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

/** Hands each request to the next process; tells whose answer it is. */
function roundRobin(ports: readonly number[]): http.Server {
  let turn = 0;
  return http.createServer((request, response) => {
    const port = ports[turn++ % ports.length] ?? 0;
    const { url: path, method, headers } = request;
    const onward = http.request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, "x-process": String(port) });
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end());
    request.pipe(onward);
  });
}

const ask = (procedure: string, input: unknown, cookie = `next-auth.session-token=${token}`) =>
  fetch(`${origin}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie },
    body: JSON.stringify({ json: input }),
  });

/** Every one of so many requests, by the process that answered. */
async function byProcess(count: number, send: () => Promise<Response>): Promise<Map<string, Set<number>>> {
  const seen = new Map<string, Set<number>>();
  for (let turn = 0; turn < count; turn += 1) {
    const answer = await send();
    const port = answer.headers.get("x-process") ?? "";
    seen.set(port, (seen.get(port) ?? new Set()).add(answer.status));
  }
  return seen;
}

const statuses = (seen: Map<string, Set<number>>) => [...seen.values()].map((set) => [...set]);

beforeAll(async () => {
  cycle = await openTestCycle("twofold", { engineers: 14 });
  const { createUser, createSession } = authAdapter();
  const user = await createUser?.({ id: "", email: cycle.admin, emailVerified: testNow });
  await createSession?.({ sessionToken: token, userId: user?.id ?? "", expires: new Date(Date.now() + 3_600_000) });
  // No mail server here: the invitations would only fail.
  await adminQuery("delete from pgboss.job where name like '%mail'");
  children = await Promise.all([
    startChild("../operations/app-process.ts"),
    startChild("../operations/app-process.ts"),
  ]);
  balancer = roundRobin(children.map(({ port }) => port));
  await new Promise<void>((resolve) => balancer.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${portOf(balancer)}`;
}, 90_000);

afterAll(async () => {
  balancer.close();
  await Promise.all(children.map((child) => child.kill()));
  await stopJobQueue();
});

describe("two app processes on one database", () => {
  test("know the same session, whichever of them is asked", async () => {
    const seen = await byProcess(6, () => ask("company.mine", null));
    expect(seen.size).toBe(2);
    expect(statuses(seen)).toEqual([[200], [200]]);
    expect(statuses(await byProcess(4, () => ask("company.mine", null, "x=1")))).toEqual([[401], [401]]);
  });

  test("collect, cast and repeat one rater's ballot although every request meets another process", async () => {
    const wire = wireOver(origin);
    const sent = [];
    for (const { link } of cycle.links.slice(0, 8)) {
      sent.push(await sealed(await claim(wire, link), inventSheet()));
    }
    // Each ballot twice at once: one request to each process.
    const answers = await Promise.all(
      sent.flatMap(({ request }) => [wire.ballot.cast(request), wire.ballot.cast(request)]),
    );
    const acknowledged = new Set(answers.map(({ leaf }) => leaf));
    expect(
      account(acknowledged, new Set(sent.map(({ leaf }) => leaf)), await storedLeaves(adminUrl, cycle.cycleId)),
    ).toEqual({ lost: 0, duplicates: 0, phantoms: 0 });
    expect(acknowledged.size).toBe(8);
  });

  test("sign one of many different claims of one person, and no other", async () => {
    const wire = wireOver(origin);
    const invitation = cycle.links[9]?.link.invitation ?? "";
    const name = cycle.links[9]?.link.cycle ?? "";
    const { manifest } = await wire.ballot.manifest({ cycle: name });
    const group = manifestSchema.parse(JSON.parse(manifest)).groups[0];
    const key = Buffer.from(group?.issuerKey ?? "", "base64url");
    const claims = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { blindedMessage, state } = await blind(
          new Uint8Array(key),
          Uint8Array.from(Buffer.from(group?.issuerKeyId ?? "", "hex")),
        );
        return {
          cycle: name,
          invitation,
          keyId: toBase64Url(state.keyId),
          blindedMessage: toBase64Url(blindedMessage),
        };
      }),
    );
    const outcomes = await Promise.allSettled(claims.map((input) => wire.claim.claim(input)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const signed = claims[outcomes.findIndex(({ status }) => status === "fulfilled")];
    if (!signed) throw new Error("none was signed");
    const again = await Promise.all([wire.claim.claim(signed), wire.claim.claim(signed)]);
    expect(again[0]).toEqual(again[1]);
  }, 30_000);

  test("both refuse at once when one of them has closed the cycle, and one count is made of it", async () => {
    const wire = wireOver(origin);
    const { link } = cycle.links[10] ?? {};
    const late = link && (await claim(wire, link));
    if (!late || !link) throw new Error("nobody is left");
    const closed = await ask("cycle.close", { company: cycle.slug, quarter: testQuarter });
    expect(closed.status).toBe(200);
    for (let turn = 0; turn < 4; turn += 1) {
      await expect(castSheet(wire, late, inventSheet())).rejects.toThrow(/closed/);
    }
    const parts = async () =>
      (
        await adminQuery<{ parts: number }>("select count(*)::int as parts from report_part where cycle_id = $1", [
          cycle.cycleId,
        ])
      )[0]?.parts;
    for (let waited = 0; (await parts()) !== 4; waited += 100) {
      if (waited > 20_000) throw new Error("it was not counted");
      await pause(100);
    }
    const counted = await adminQuery("select from audit_entry where action = 'cycle.close' and company_id = $1", [
      cycle.companyId,
    ]);
    expect(counted).toHaveLength(1);
  }, 40_000);

  test("after destruction by somebody else, neither of them signs, and both say that it was destroyed", async () => {
    await destroyCycle(cycle, new Date());
    const wire = wireOver(origin);
    const { link } = cycle.links[11] ?? {};
    if (!link) throw new Error("nobody is left");
    for (let turn = 0; turn < 4; turn += 1) await expect(claim(wire, link)).rejects.toThrow();
    expect(await storedLeaves(adminUrl, cycle.cycleId)).toEqual([]);
  });

  test("a session that is taken back is gone from both", async () => {
    await authAdapter().deleteSession?.(token);
    expect(statuses(await byProcess(4, () => ask("company.mine", null)))).toEqual([[401], [401]]);
    // The test's own door to the law still knows the admin: what was refused is the session.
    expect(await callerFor(cycle.admin, testNow).company.mine()).toHaveLength(1);
  });
});
