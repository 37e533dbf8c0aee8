import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { disconnectDatabase } from "@/server/db/client";
import { startNameServer } from "@/server/outgoing/loopback-fixtures";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { lookForProofsAgain } from "./look-again";
import { proofToken, readProofs } from "./proof";

const records: Parameters<typeof startNameServer>[0] = {};
let names: Awaited<ReturnType<typeof startNameServer>>;
let verified: { id: string; domain: string }[] = [];
const night = (days: number) => new Date(Date.UTC(2031, 2, 1 + days, 4, 47));
const missing = async () =>
  (
    await adminQuery<{ domain: string }>(
      "select domain from sign_on_domain where missing_since is not null order by domain",
    )
  ).map(({ domain }) => domain);
const told = async () =>
  (await adminQuery<{ slug: string }>("select data->>'subject' as slug from pgboss.job where name = 'mail'")).length;

beforeAll(async () => {
  names = await startNameServer(records, 5);
  vi.stubEnv("DNS_SERVERS", `127.0.0.1:${names.port}`);
  await adminQuery(`insert into company (slug, name, mail_domains, contact)
    select 'c' || n, 'C ' || n, array['d' || n || '.example'], 'x' from generate_series(1, 10000) as n`);
  await adminQuery(`insert into sign_on_domain (company_id, domain, verified_on)
    select id, mail_domains[1], '2031-01-01' from company where substr(slug, 2)::int % 25 = 0`);
  await adminQuery(`insert into member (company_id, email, name, admin)
    select id, 'admin@' || mail_domains[1], 'Ada', true from company where substr(slug, 2)::int % 25 = 0`);
  verified = await adminQuery("select id, mail_domains[1] as domain from company where substr(slug, 2)::int % 25 = 0");
  for (const { id, domain } of verified)
    records[`_tandem.${domain}`] = { TXT: [`tandem-verification=${proofToken(id, domain)}`] };
});
afterAll(async () => {
  await Promise.all([names.stop(), disconnectDatabase()]);
});

test("of ten thousand companies only verified domains are looked up, a few at once, over one connection", async () => {
  await lookForProofsAgain(night(0));
  expect(names.asked.toSorted()).toEqual(verified.map(({ domain }) => `TXT _tandem.${domain}`).toSorted());
  expect(names.load.most).toBeGreaterThan(5);
  expect(names.load.most).toBeLessThanOrEqual(20);
  const [connections] = await adminQuery<{ count: string }>(
    "select count(*) from pg_stat_activity where usename = 'tandem_app' and datname = current_database() and application_name <> 'tandem-jobs'",
  );
  expect(connections?.count).toBe("1");
  expect(await missing()).toEqual([]);
});

test("a domain that its company took off its list is looked up no more", async () => {
  await adminQuery("update company set mail_domains = '{other.example}' where slug = 'c25'");
  names.asked.length = 0;
  await lookForProofsAgain(night(0));
  expect(names.asked).toHaveLength(verified.length - 1);
  expect(names.asked).not.toContain("TXT _tandem.d25.example");
});

test("one company that cannot be written to stops none of the others, and is tried again the next night", async () => {
  const gone = ["d50.example", "d5000.example", "d10000.example"];
  for (const domain of gone) delete records[`_tandem.${domain}`];
  await adminQuery(`create function refuse() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`);
  await adminQuery(`create trigger broken before update on sign_on_domain
    for each row when (new.domain = 'd5000.example') execute function refuse()`);
  const line = vi.spyOn(console, "error").mockReturnValue(undefined);
  for (const days of [1, 2]) await lookForProofsAgain(night(days));
  expect(await missing()).toEqual(["d10000.example", "d50.example"]);
  expect(line.mock.calls.map(([text]) => JSON.parse(text))).toMatchObject(
    Array(2).fill({ event: "domain proofs", domains: 1 }),
  );
  await lookForProofsAgain(night(4));
  expect(await told()).toBe(2);
  await adminQuery("drop trigger broken on sign_on_domain");
  await lookForProofsAgain(night(4));
  expect(await missing()).toEqual(["d10000.example", "d50.example", "d5000.example"]);
  line.mockRestore();
});

test("a name server that does not answer is waited for five seconds", async () => {
  records["_tandem.d75.example"] = { silent: true };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const reading = readProofs("d75.example");
  const refused = expect(reading).rejects.toThrow("No name server gave an answer for _tandem.d75.example.");
  vi.advanceTimersByTime(5000);
  await refused;
  vi.useRealTimers();
});
