import { beforeAll, describe, expect, test } from "vitest";
import type { SeatReport } from "@/domain/report";
import { withCompany } from "@/server/db/with-company";
import { tallyCycle } from "@/server/tally/commands";
import { answerInvitation } from "../../../prisma/demo/engineer";
import { callerFor, wireAt } from "../../../prisma/factories";
import { plainBallot } from "../../../prisma/plain-ballot";
import { openCycleOf, openTestCycle, type TestCycle, testNow, testQuarter } from "../../../prisma/test-cycle";

const daysLater = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const released = daysLater(11);
const nextQuarter = "2031-Q2";

let cycle: TestCycle;
let other: TestCycle;
const cto = (now = released) => callerFor(cycle.cto, now).commitment;
const pattern = () => ({ company: cycle.slug, quarter: testQuarter, seat: "cto" as const, kind: "pattern" as const });
const oneDayRule = { subject: "control_freak", action: "Set a one-day rule.", dueOn: "2031-04-30" };

async function finish(which: TestCycle, quarter: string, now: Date, preview?: () => Promise<void>) {
  const admin = callerFor(which.admin, now);
  await admin.cycle.close({ company: which.slug, quarter });
  await tallyCycle(which);
  await preview?.();
  await admin.cycle.release({ company: which.slug, quarter });
}

beforeAll(async () => {
  cycle = await openTestCycle("commitments", { engineers: 14 });
  for (const { link } of cycle.links.slice(0, 12)) await answerInvitation(wireAt(testNow), link, plainBallot(4));
  other = await openTestCycle("elsewhere", { engineers: 9 });
  for (const { link } of other.links.slice(0, 6)) await answerInvitation(wireAt(testNow), link, plainBallot(3));
});

describe("before and after the release", () => {
  test("nobody plans from a report that is not released", async () => {
    await expect(cto().save({ ...pattern(), ...oneDayRule })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(cto().list({ company: cycle.slug, quarter: testQuarter, seat: "cto" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await callerFor(cycle.admin, released).commitment.forEngineers({ company: cycle.slug })).toEqual({
      quarter: null,
      leaders: [],
    });
    await finish(cycle, testQuarter, daysLater(10), async () => {
      const seen = await cto(daysLater(10)).list({ company: cycle.slug, quarter: testQuarter, seat: "cto" });
      expect(seen.writable).toBe(false);
      await expect(cto(daysLater(10)).save({ ...pattern(), ...oneDayRule })).rejects.toThrow(/preview/);
    });
    await finish(other, testQuarter, daysLater(10));
  });

  test("a leader saves a draft that nobody else reads, and may change it", async () => {
    await cto().save({ ...pattern(), ...oneDayRule, action: "  Set a\n one-hour\u202e rule. " });
    await cto().save({ ...pattern(), ...oneDayRule });
    const { plan, writable, choices } = await cto().list({ company: cycle.slug, quarter: testQuarter, seat: "cto" });
    expect(writable).toBe(true);
    expect(plan.pattern).toMatchObject({ label: "Holds every decision", state: "draft", voice: { kind: "draft" } });
    expect(choices.responsibility.map(({ key }) => key)).toContain("role_clarity");
    const seen = await callerFor(cycle.links[0]?.email ?? "", released).commitment.forEngineers({
      company: cycle.slug,
    });
    expect(seen).toEqual({ quarter: testQuarter, leaders: [] });
  });

  test("the other leader and the other company find nothing of it", async () => {
    const vpe = callerFor(cycle.vpe, released).commitment;
    const ref = { company: cycle.slug, quarter: testQuarter, seat: "cto" as const };
    await expect(vpe.list(ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(vpe.save({ ...pattern(), ...oneDayRule })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(vpe.share(pattern())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(vpe.close({ ...pattern(), outcome: "kept" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = callerFor(other.cto, released).commitment;
    await expect(foreign.list(ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(foreign.share(pattern())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(foreign.share({ ...pattern(), company: other.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await foreign.forEngineers({ company: other.slug })).toEqual({ quarter: testQuarter, leaders: [] });
  });

  test("a date out of reach and a pattern of the other seat are refused at their field", async () => {
    const save = (change: Partial<typeof oneDayRule>) => cto().save({ ...pattern(), ...oneDayRule, ...change });
    await expect(save({ dueOn: "2031-02-14" })).rejects.toThrow("Choose a date after today.");
    await expect(save({ dueOn: "2031-10-01" })).rejects.toThrow(/two quarters ahead/);
    await expect(save({ subject: "no_op" })).rejects.toThrow("Choose one pattern of your seat.");
  });
});

describe("what was shared", () => {
  test("every member reads it with name and date, and it cannot be changed in wording or shared twice", async () => {
    await cto().share(pattern());
    const engineer = callerFor(cycle.links[0]?.email ?? "", released).commitment;
    expect((await engineer.forEngineers({ company: cycle.slug })).leaders).toEqual([
      {
        seat: "cto",
        name: "Carla Cto",
        announced: [
          {
            quarter: testQuarter,
            kind: "pattern",
            label: "Holds every decision",
            action: "Set a one-day rule.",
            dueOn: "2031-04-30",
            state: "shared",
          },
        ],
      },
    ]);
    await expect(cto().save({ ...pattern(), ...oneDayRule, action: "Nothing." })).rejects.toThrow(/have read/);
    await expect(cto().share(pattern())).rejects.toThrow(/shared already/);
  });

  test("a second commitment of the same kind in the same cycle cannot be stored", async () => {
    const { companyId, cycleId } = cycle;
    const again = withCompany({ companyId }, async (tx) => {
      const row = await tx.commitment.findFirstOrThrow({ where: { companyId, cycleId } });
      const { id: _, ...same } = row;
      return tx.commitment.create({ data: { ...same, subject: "critic" } });
    });
    await expect(again).rejects.toThrow(/[Uu]nique/);
  });

  test("the next cycle asks engineers about it in the manifest, and keeps what they say in the frozen report", async () => {
    await cto().save({
      ...pattern(),
      kind: "responsibility",
      subject: "cto_outward",
      action: "Visit.",
      dueOn: "2031-05-01",
    });
    const opened = daysLater(91);
    const admin = callerFor(cycle.admin, opened);
    await admin.cycle.create({ company: cycle.slug, quarter: nextQuarter, closesAt: daysLater(105) });
    await admin.cycle.open({ company: cycle.slug, quarter: nextQuarter });
    const second = { ...cycle, ...(await openCycleOf(cycle.slug, cycle.admin)) };
    const wire = wireAt(opened);
    const { manifest } = await wire.ballot.manifest({ cycle: second.links[0]?.link.cycle ?? "" });
    const key = "commitment-2031-q1-cto-2";
    expect(JSON.parse(manifest).commitments).toEqual([{ key, seat: "cto", text: "Set a one-day rule." }]);
    const during = await cto(opened).list({ company: cycle.slug, quarter: testQuarter, seat: "cto" });
    expect(during.plan.pattern?.voice).toEqual({ kind: "being-asked", quarter: nextQuarter });

    for (const [index, { link }] of second.links.slice(0, 10).entries()) {
      const ballot = plainBallot(4);
      const items = {
        ...ballot.items,
        ...(index < 6 ? { [key]: 5 as const } : {}),
        "commitment-2031-q1-vpe-1": 1 as const,
      };
      await answerInvitation(wire, link, { ...ballot, items });
    }
    await finish(second, nextQuarter, daysLater(104));
    const frozen = await withCompany(second, (tx) =>
      tx.reportPart.findMany({ where: { companyId: second.companyId, cycleId: second.cycleId } }),
    );
    const report = frozen.find(({ part }) => part === "cto")?.content as unknown as Extract<
      SeatReport,
      { kind: "shown" }
    >;
    expect(report.commitments).toMatchObject([
      {
        key,
        text: "Set a one-day rule.",
        distribution: null,
        score: { kind: "shown", clipped: "high", answers: "5–19" },
      },
    ]);
    expect(JSON.stringify(frozen)).not.toContain("commitment-2031-q1-vpe-1");
    expect(frozen.find(({ part }) => part === "vpe")?.content).not.toHaveProperty("commitments");
  });

  test("the leader reads what engineers say about it, marks it as kept once, and the board page shows both", async () => {
    const after = daysLater(106);
    const close = () => cto(after).close({ ...pattern(), outcome: "kept" });
    await close();
    await expect(close()).rejects.toThrow(/closed already/);
    const { earlier, plan, writable } = await cto(after).list({
      company: cycle.slug,
      quarter: nextQuarter,
      seat: "cto",
    });
    expect(writable).toBe(true);
    expect(plan).toEqual({ responsibility: null, pattern: null });
    expect(earlier).toMatchObject([{ state: "kept", voice: { kind: "counted", quarter: nextQuarter } }]);
    const board = await callerFor(cycle.cto, after).report.board({ company: cycle.slug, quarter: nextQuarter });
    expect(board.page.commitments.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(
        /^CTO, holds every decision: “Set a one-day rule”, due 30 April, kept\. Engineers: between often and almost always, ≥ \d+ \(\d+–\d+\)\.$/,
      ),
    ]);
  });

  test("an older report takes no new commitment, and a new person in the seat is asked about nothing", async () => {
    const after = daysLater(107);
    await expect(cto(after).save({ ...pattern(), kind: "responsibility", ...oneDayRule })).rejects.toThrow(
      /newer report/,
    );
    const plan = { ...pattern(), quarter: nextQuarter, subject: "critic", action: "Ask.", dueOn: "2031-09-01" };
    await cto(after).save(plan);
    await cto(after).share({ ...pattern(), quarter: nextQuarter });
    const admin = callerFor(cycle.admin, daysLater(180));
    await admin.seat.assign({ company: cycle.slug, seat: "cto", email: "new@commitments.example", name: "Nia New" });
    await admin.cycle.create({ company: cycle.slug, quarter: "2031-Q3", closesAt: daysLater(190) });
    await admin.cycle.open({ company: cycle.slug, quarter: "2031-Q3" });
    const { links } = await openCycleOf(cycle.slug, cycle.admin);
    const { manifest } = await wireAt(daysLater(180)).ballot.manifest({ cycle: links[0]?.link.cycle ?? "" });
    expect(JSON.parse(manifest)).not.toHaveProperty("commitments");
    expect((await admin.commitment.forEngineers({ company: cycle.slug })).leaders).toEqual([]);
    await expect(
      cto(daysLater(180)).close({ ...pattern(), quarter: nextQuarter, outcome: "dropped" }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("every step of a leader is in the audit log; a draft's says the kind only", async () => {
    const { entries } = await callerFor(cycle.admin, daysLater(181)).audit.list({ company: cycle.slug, page: 0 });
    const own = entries
      .filter(({ action }) => action.startsWith("commitment."))
      .map(({ action, subject }) => [action, subject]);
    expect(own).toContainEqual(["commitment.save", "CTO, pattern, Q1 2031"]);
    expect(own).toContainEqual(["commitment.share", "CTO, Holds every decision, Q1 2031"]);
    expect(own).toContainEqual(["commitment.close", "CTO, Holds every decision: kept, Q1 2031"]);
  });
});
