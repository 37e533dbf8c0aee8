import type { AttributedAnswers } from "@/domain/answers";
import { manifestSchema } from "@/domain/manifest";
import { cycleName } from "@/domain/quarter";
import { type Seat, seats } from "@/domain/seat";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { sendInvitation } from "@/server/invitation/commands";
import { destroyCycle, tallyCycle } from "@/server/tally/commands";
import { callerFor, importRoster, tenantFor, wireAt } from "../factories";
import { answerInvitation, readLink } from "./engineer";
import { engineerNames, executiveNames } from "./names";
import type { DemoCompany, DemoQuarter } from "./story";
import { inventAnnounced, inventBallot, inventLeaderView } from "./voice";

type Stage = { now: Date; openedAt: Date; quarterBefore: (steps: number) => string; say: (line: string) => void };

const days = (count: number) => count * 86_400_000;
const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

function rosterOf(company: DemoCompany, quarter: DemoQuarter) {
  const address = (name: string) =>
    `${name
      .normalize("NFKD")
      .replaceAll(/[^A-Za-z ]/g, "")
      .toLowerCase()
      .replaceAll(" ", ".")}@${company.domain}`;
  const engineers = engineerNames.slice(...quarter.engineers).map((name, index) => ({
    name,
    email: address(name),
    team: company.teams[index % Math.max(1, company.teams.length)] ?? "",
  }));
  const executives = executiveNames
    .slice(0, quarter.executives)
    .map((name) => ({ name, email: address(name), group: "executive" }));
  return [...engineers, ...executives];
}

async function foundCompany(company: DemoCompany, moment: Date): Promise<void> {
  await callerFor(null, moment).company.signUp({
    name: company.name,
    slug: company.slug,
    adminName: company.admin.name,
    adminEmail: company.admin.email,
    mailDomains: [company.domain],
  });
  const admin = callerFor(company.admin.email, moment);
  for (const person of company.board) {
    await admin.member.invite({ company: company.slug, ...person, admin: false, board: true });
  }
}

async function seatLeaders(company: DemoCompany, quarter: DemoQuarter, moment: Date): Promise<void> {
  const admin = callerFor(company.admin.email, moment);
  const holders = await admin.seat.list({ company: company.slug });
  for (const seat of seats) {
    const person = quarter.seats[seat];
    if (holders[seat]?.email !== person.email) await admin.seat.assign({ company: company.slug, seat, ...person });
  }
}

/** What leaders say of themselves and of each other: kinder than their engineers, as leaders are. */
function leaderView(company: DemoCompany, quarter: number, seat: Seat): AttributedAnswers {
  const { items, activities } = inventLeaderView(company, quarter, seat);
  return { items, activities };
}

async function rateYourselves(company: DemoCompany, stage: DemoQuarter, index: number, quarter: string, moment: Date) {
  const onePerson = stage.seats.cto.email === stage.seats.vpe.email;
  for (const seat of seats) {
    const leader = callerFor(stage.seats[seat].email, moment);
    const about = { company: company.slug, quarter };
    await leader.rating.save({ ...about, kind: "self", seat, answers: leaderView(company, index, seat) });
    const partner: Seat = seat === "cto" ? "vpe" : "cto";
    if (!onePerson) {
      await leader.rating.save({
        ...about,
        kind: "partner",
        seat: partner,
        answers: leaderView(company, index, partner),
      });
    }
  }
}

/** Delivers the queued invitations now, by the job's own code, and lets the invited answer from their mail. */
async function vote(
  company: DemoCompany,
  stage: DemoQuarter,
  index: number,
  place: Place,
  moment: Date,
): Promise<void> {
  const { companyId, cycleId } = place;
  const deliveries = await withCompany(place, (tx) =>
    tx.delivery.findMany({ where: { companyId, cycleId }, select: { id: true } }),
  );
  for (const { id } of deliveries) await sendInvitation({ companyId, cycleId, deliveryId: id }, moment);
  const mails = await withDirectory((tx) => tx.outboxMail.findMany({ where: { text: { contains: place.name } } }));
  const linkOf = new Map(mails.map((mail) => [mail.to, readLink(mail.text)]));
  const wire = wireAt(moment);
  const { manifest } = await wire.ballot.manifest({ cycle: place.cycle });
  const announced = manifestSchema.parse(JSON.parse(manifest)).commitments ?? [];
  const people = rosterOf(company, stage);
  const engineers = people.filter((person) => !("group" in person)).slice(0, stage.engineerBallots);
  const executives = people.filter((person) => "group" in person).slice(0, stage.executiveBallots);
  const raters = [
    ...engineers.map((person, rater) => ({ person, group: "engineer" as const, rater })),
    ...executives.map((person, rater) => ({ person, group: "executive" as const, rater })),
  ];
  for (let start = 0; start < raters.length; start += 6) {
    await Promise.all(
      raters.slice(start, start + 6).map(async ({ person, group, rater }) => {
        const link = linkOf.get(person.email);
        if (!link) throw new Error(`no invitation for ${person.email}`);
        const ballot = inventBallot(company, index, group, rater);
        for (const { key } of group === "engineer" ? announced : []) {
          ballot.items[key] = inventAnnounced(index, rater, stage.happened ?? 50);
        }
        await answerInvitation(wire, link, ballot);
      }),
    );
  }
}

type Place = { companyId: string; cycleId: string; cycle: string; name: string };

async function openQuarter(company: DemoCompany, stage: DemoQuarter, quarter: string, moment: Date): Promise<Place> {
  await seatLeaders(company, stage, later(moment, -days(5)));
  const admin = callerFor(company.admin.email, moment);
  await importRoster(admin, company.slug, rosterOf(company, stage));
  await admin.cycle.create({ company: company.slug, quarter, closesAt: later(moment, days(18)) });
  const { sliceNames } = stage;
  if (sliceNames) await admin.cycle.setSlices({ company: company.slug, quarter, sliceNames });
  await admin.cycle.open({ company: company.slug, quarter });
  const { companyId } = await tenantFor(company.slug, company.admin.email, moment);
  const cycle = await withCompany({ companyId }, (tx) =>
    tx.cycle.findUniqueOrThrow({ where: { companyId_quarter: { companyId, quarter } } }),
  );
  const name = cycleName(company.slug, quarter);
  return { companyId, cycleId: cycle.id, cycle: name, name: `/ballot/${name}#` };
}

async function finishQuarter(company: DemoCompany, stage: DemoQuarter, quarter: string, place: Place, moment: Date) {
  const { companyId, cycleId } = place;
  await callerFor(company.admin.email, moment).cycle.close({ company: company.slug, quarter });
  await tallyCycle({ companyId, cycleId });
  const admin = callerFor(company.admin.email, later(moment, days(1)));
  await admin.cycle.release({ company: company.slug, quarter });
  if (stage.headline || stage.question) {
    await admin.cycle.setBoardWords({
      company: company.slug,
      quarter,
      headline: stage.headline ?? null,
      question: stage.question ?? null,
    });
  }
  for (const seat of seats) {
    const text = stage.words?.[seat];
    if (text === undefined) continue;
    const leader = callerFor(stage.seats[seat].email, later(moment, days(2)));
    await leader.statement.save({ company: company.slug, quarter, seat, text });
  }
  await destroyCycle({ companyId, cycleId }, later(moment, days(7)));
  // Mail of a quarter that is over is neither kept nor delivered today.
  await withDirectory((tx) => tx.outboxMail.deleteMany({ where: { to: { endsWith: `@${company.domain}` } } }));
  await withDirectory(
    (tx) => tx.$executeRaw`delete from pgboss.job where name = 'mail' and data->>'to' like ${`%@${company.domain}`}`,
  );
}

/** The leaders announce what they will do about a released report, and later say whether they did. */
async function announce(company: DemoCompany, stage: DemoQuarter, quarter: string, moment: Date): Promise<void> {
  for (const { seat, kind, subject, action, dueInDays, keptAfterDays } of stage.commitments ?? []) {
    const { email } = stage.seats[seat];
    const ref = { company: company.slug, quarter, seat, kind };
    const dueOn = later(moment, days(dueInDays)).toISOString().slice(0, 10);
    const { commitment } = callerFor(email, moment);
    await commitment.save({ ...ref, subject, action, dueOn });
    await commitment.share(ref);
    if (keptAfterDays !== undefined) {
      await callerFor(email, later(moment, days(keptAfterDays))).commitment.close({ ...ref, outcome: "kept" });
    }
  }
}

/** Plays a company from its founding to its open quarter, each step at its own time. */
export async function playCompany(company: DemoCompany, stage: Stage): Promise<void> {
  const past = company.quarters.length;
  const openedAt = (steps: number) => later(stage.openedAt, -days(91 * steps));
  await foundCompany(company, later(openedAt(past), -days(6)));
  for (const [index, quarter] of company.quarters.entries()) {
    const name = stage.quarterBefore(past - index);
    const opened = openedAt(past - index);
    const place = await openQuarter(company, quarter, name, opened);
    await rateYourselves(company, quarter, index, name, later(opened, days(2)));
    await vote(company, quarter, index, place, later(opened, days(4)));
    await finishQuarter(company, quarter, name, place, later(opened, days(17)));
    await announce(company, quarter, name, later(opened, days(20)));
    stage.say(`${company.name}, ${name}: ${quarter.engineerBallots} engineers answered, counted and released`);
  }
  for (const { quartersAgo, label } of company.events ?? []) {
    const admin = callerFor(company.admin.email, later(openedAt(0), -days(10)));
    await admin.event.add({ company: company.slug, quarter: stage.quarterBefore(quartersAgo), label });
  }
  const name = stage.quarterBefore(0);
  const place = await openQuarter(company, company.openQuarter, name, openedAt(0));
  await vote(company, company.openQuarter, past, place, stage.now);
  stage.say(`${company.name}, ${name}: open, ${company.openQuarter.engineerBallots} ballots cast so far`);
}
