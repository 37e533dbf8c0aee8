import { beforeAll, describe, expect, test, vi } from "vitest";
import { takeBack } from "@/ballot/cast";
import { fromBase64Url, toBase64Url } from "@/domain/bytes";
import { withCompany } from "@/server/db/with-company";
import { sendInvitation, sendMyInvitation, sendReminder } from "@/server/invitation/commands";
import { callerFor, tenantFor, wireAt } from "../../../prisma/factories";
import {
  openTestCycle,
  type TestCycle,
  testCastsFrom,
  testCloses,
  testNow,
  testQuarter,
} from "../../../prisma/test-cycle";
import { type Claimed, castSheet, claim, inventSheet, type Sent } from "../../../scripts/attack/rater";
import { beginCasts } from "./begin-casts";

const outbox: { to: string; subject: string; text: string; html: string }[] = [];
vi.mock("@/server/mail/send", () => {
  const keep = async (mail: (typeof outbox)[number]) => void outbox.push(mail);
  return { sendMail: keep, sendUncountedMail: keep, unlessRefused: (sending: Promise<void>) => sending };
});

const first = wireAt(testNow);
const second = wireAt(testCastsFrom);
const lastMoment = new Date(testCastsFrom.getTime() - 1);
const slug = "two-windows";
let cycle: TestCycle;
const claimed: Claimed[] = [];
let sent: Sent;

const place = () => ({ companyId: cycle.companyId, cycleId: cycle.cycleId });
const linkOf = (index: number) => {
  const person = cycle.links[index];
  if (!person) throw new Error("no such person");
  return person.link;
};
const mailsTo = (email: string) => outbox.filter(({ to }) => to === email);
const lastMailTo = (email: string) => mailsTo(email).at(-1);

beforeAll(async () => {
  cycle = await openTestCycle(slug, { engineers: 10, castsFrom: testCastsFrom });
  for (const index of [0, 1, 2, 3, 4, 5]) claimed.push(await claim(wireAt(lastMoment), linkOf(index)));
});

test("the manifest says both windows, and they are the announced ones for good", async () => {
  const { manifest, at } = await first.ballot.manifest({ cycle: linkOf(0).cycle });
  expect(JSON.parse(manifest).windows).toEqual({ kind: "two-windows", castsFrom: testCastsFrom.toISOString() });
  expect(at).toBe(testNow.toISOString());
  const change = withCompany(place(), (tx) =>
    tx.cycle.updateMany({ where: { id: cycle.cycleId }, data: { castsFrom: testNow } }),
  );
  await expect(change).rejects.toThrow(/fixed when it opens/);
});

test("until the last millisecond of the first window ballots are claimed and none is cast", async () => {
  const [mine] = claimed;
  if (!mine) throw new Error("nobody claimed");
  const early = castSheet(wireAt(lastMoment), mine, inventSheet());
  await expect(early).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  await expect(early).rejects.toThrow("Ballots can be sealed from Monday 10 February 2031 at 10:00 (UTC).");
});

test("from the first millisecond of the second window ballots are cast and none is claimed, not even again", async () => {
  const [mine] = claimed;
  if (!mine) throw new Error("nobody claimed");
  sent = await castSheet(second, mine, inventSheet());
  const { cycle: name, invitation } = linkOf(8);
  const named = second.claim.manifest({ cycle: name, invitation });
  await expect(named).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  const { record } = mine;
  const request = { cycle: name, invitation, keyId: toBase64Url(record.blinding?.state.keyId ?? new Uint8Array()) };
  const blindedMessage = toBase64Url(record.blinding?.blindedMessage ?? new Uint8Array());
  await expect(second.claim.claim({ ...request, blindedMessage })).rejects.toThrow(
    "Ballots could be collected until Monday 10 February 2031 at 10:00 (UTC).",
  );
  const again = second.claim.claim({ ...request, invitation: linkOf(0).invitation, blindedMessage });
  await expect(again).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

test("a ballot is withdrawn in the second window only", async () => {
  const keyId = sent.request.keyId;
  const cast = {
    seed: Uint8Array.from(sent.seed),
    keyId: fromBase64Url(keyId),
    version: 1,
    leaf: sent.leaf,
    withdrawn: false,
  };
  const record = { cycle: linkOf(0).cycle, manifestHash: linkOf(0).manifestHash, cast };
  await expect(takeBack(wireAt(lastMoment), record)).rejects.toThrow(/can be sealed from/);
  expect((await takeBack(second, record)).cast).toMatchObject({ version: 2, withdrawn: true });
});

describe("mails", () => {
  const deliveries = (kind: string) =>
    withCompany(place(), (tx) => tx.delivery.findMany({ where: { ...place(), kind } }));

  test("the invitation says both dates", async () => {
    const [delivery] = await deliveries("invitation");
    if (!delivery) throw new Error("nobody was invited");
    await sendInvitation({ ...place(), deliveryId: delivery.id }, testNow);
    const mail = lastMailTo(delivery.email);
    expect(mail?.text).toContain("Collect your ballot until Monday 10 February, 10:00 UTC");
    expect(mail?.text).toContain("until Monday 17 February, 10:00 UTC");
  });

  test("at the beginning of the second window everybody who can be reached is written to alike, once, with the same link", async () => {
    await expect(beginCasts(place(), lastMoment)).rejects.toThrow(/not begun/);
    const gone = cycle.links[7]?.email ?? "";
    const note = { company: slug, quarter: testQuarter, email: gone };
    const admin = callerFor(`admin@${slug}.example`, testNow);
    await admin.cycle.markBounced({ ...note, bounced: true });
    await Promise.all([beginCasts(place(), testCastsFrom), beginCasts(place(), testCastsFrom)]);
    const rows = await deliveries("casting");
    expect(rows.map(({ email }) => email).sort()).toEqual(
      cycle.links.map(({ email }) => email).filter((email) => email !== gone),
    );
    await admin.cycle.markBounced({ ...note, bounced: false });
    const [collected, not] = [cycle.links[0], cycle.links[9]];
    for (const { id, email } of rows) {
      if (email === collected?.email || email === not?.email)
        await sendInvitation({ ...place(), deliveryId: id }, testNow);
    }
    const bare = (person = collected) =>
      lastMailTo(person?.email ?? "")
        ?.text.replace(person?.link.invitation ?? "", "TOKEN")
        .replace(/Hello .*,/, "");
    expect(bare()).toBe(bare(not));
    expect(bare()).toContain(`${linkOf(0).manifestHash}.TOKEN`);
    expect(lastMailTo(collected?.email ?? "")?.subject).toMatch(/^You can seal now/);
  });

  test("a reminder of the first window goes to those who have not collected, one of the second to all alike", async () => {
    const entries = await withCompany(place(), (tx) => tx.rosterEntry.findMany({ where: place() }));
    const remind = async (now: Date, mark: boolean) => {
      const entry = entries.find(({ claimed }) => claimed === mark);
      if (!entry) throw new Error("no such entry");
      const before = mailsTo(entry.email).length;
      await sendReminder({ ...place(), deliveryId: entry.id }, now);
      const mails = mailsTo(entry.email);
      return mails.length > before ? mails.at(-1)?.subject : null;
    };
    expect(await remind(testNow, true)).toBeNull();
    expect(await remind(testNow, false)).toMatch(/^Until Monday 10 February: collect your ballot/);
    expect(await remind(testCastsFrom, true)).toMatch(/^Until Monday 17 February: seal your ballot/);
    expect(await remind(testCastsFrom, false)).toMatch(/^Until Monday 17 February: seal your ballot/);
  });

  test("who asks for their link in the second window is told that it is the time to seal", async () => {
    const { email = "" } = cycle.links[3] ?? {};
    await sendMyInvitation(await tenantFor(slug, email, testCastsFrom));
    expect(lastMailTo(email)?.subject).toMatch(/^You can seal now/);
  });
});

describe("a draft's windows", () => {
  const day = 86_400_000;
  const quarter = "2031-Q2";
  const admin = () => callerFor(`admin@${slug}.example`, testNow);
  const change = (castsFrom: Date | null, closesAt?: Date) =>
    admin().cycle.update({ company: slug, quarter, castsFrom, ...(closesAt && { closesAt }) });

  test("are chosen, changed and taken back, each a line of the audit log", async () => {
    await admin().cycle.create({ company: slug, quarter, closesAt: testCloses });
    await change(testCastsFrom);
    expect((await admin().cycle.get({ company: slug, quarter })).castsFrom).toEqual(testCastsFrom);
    await admin().cycle.update({ company: slug, quarter, closesAt: new Date(testCloses.getTime() + day) });
    expect((await admin().cycle.get({ company: slug, quarter })).castsFrom).toEqual(testCastsFrom);
    await change(null);
    expect((await admin().cycle.get({ company: slug, quarter })).castsFrom).toBeNull();
    const { entries } = await admin().audit.list({ company: slug, page: 0 });
    expect(
      entries
        .filter(({ action }) => action === "cycle.update")
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([
      "Q2 2031, one sitting",
      "Q2 2031, two windows, sealing from 2031-02-10",
      "Q2 2031, two windows, sealing from 2031-02-10",
    ]);
  });

  test("shorter than a day are refused at their own field, and a closing date that leaves too little is too", async () => {
    await expect(change(new Date(testNow.getTime() + day - 1))).rejects.toThrow(/one day from now/);
    await expect(change(testCastsFrom, new Date(testCastsFrom.getTime() + day - 1))).rejects.toThrow(/before closing/);
  });

  test("are fixed once a cycle is open", async () => {
    const fixed = admin().cycle.update({ company: slug, quarter: testQuarter, castsFrom: null });
    await expect(fixed).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
