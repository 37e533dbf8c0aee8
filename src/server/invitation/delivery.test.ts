import { beforeAll, expect, test, vi } from "vitest";
import { withCompany } from "@/server/db/with-company";
import { callerFor } from "../../../prisma/factories";
import { openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";
import { sendInvitation } from "./commands";

const server = vi.hoisted(() => ({ answer: "ok" as "ok" | "refused" | "busy", keys: [] as (string | undefined)[] }));
vi.mock("@/server/mail/send", async (original) => {
  const real = await original<typeof import("@/server/mail/send")>();
  return {
    ...real,
    sendMail: async (_mail: unknown, key?: string) => {
      server.keys.push(key);
      if (server.answer === "refused") throw new real.MailRefused("550 no such person");
      if (server.answer === "busy") throw new Error("451 try later");
    },
  };
});

let cycle: TestCycle;
const ref = () => ({ company: cycle.slug, quarter: testQuarter });
const admin = () => callerFor(cycle.admin, testNow);
const delivery = async () => (await admin().cycle.get(ref())).delivery;
const queued = () =>
  withCompany(
    cycle,
    (tx) => tx.$queryRaw<{ data: { deliveryId: string } }[]>`
      select data from pgboss.job where name = 'invitation-mail' and data->>'cycleId' = ${cycle.cycleId}`,
  );
const send = (deliveryId: string) =>
  sendInvitation({ companyId: cycle.companyId, cycleId: cycle.cycleId, deliveryId }, testNow);

beforeAll(async () => {
  cycle = await openTestCycle("delivered", { engineers: 9 });
});

test("an address refused for good is shown with the reason and not tried again; a busy server is, and is shown too", async () => {
  const [gone, full] = (await queued()).map(({ data }) => data.deliveryId);
  if (!gone || !full) throw new Error("nothing queued");
  server.answer = "refused";
  await send(gone);
  server.answer = "busy";
  await expect(send(full)).rejects.toThrow("451");
  const { failed, retried, failures } = await delivery();
  expect([failed, retried]).toEqual([2, 2]);
  expect(failures.map(({ state, error }) => `${state}: ${error}`).sort()).toEqual([
    "failed: 451 try later",
    "refused: 550 no such person",
  ]);
});

test("sent again by an admin there is one job for each mail, and the mail keeps its key", async () => {
  const before = (await queued()).length;
  await admin().cycle.retryMail(ref());
  expect(await queued()).toHaveLength(before);
  server.answer = "ok";
  for (const { data } of await queued()) await send(data.deliveryId);
  expect(await delivery()).toMatchObject({ sent: 9, failed: 0, failures: [] });
  const [first] = server.keys;
  expect(server.keys.filter((key) => key === first)).toHaveLength(2);
});

test("an address that an admin notes as bounced is not written to again, and the note is audited and can be taken back", async () => {
  const email = cycle.links[0]?.email ?? "";
  await admin().cycle.markBounced({ ...ref(), email, bounced: true });
  await admin().cycle.retryMail(ref());
  const before = server.keys.length;
  for (const { data } of await queued()) await send(data.deliveryId);
  expect(server.keys).toHaveLength(before);
  expect((await delivery()).failures.map((failure) => failure.email)).toEqual([email]);
  await expect(admin().cycle.markBounced({ ...ref(), email: "nobody@b.example", bounced: true })).rejects.toThrow();
  await admin().cycle.markBounced({ ...ref(), email, bounced: false });
  const { entries } = await admin().audit.list({ company: cycle.slug, page: 0 });
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["cycle.markBounced", "cycle.unmarkBounced"]),
  );
});
