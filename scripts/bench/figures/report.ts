import { randomBytes } from "node:crypto";
import { quarterAfter } from "@/domain/quarter";
import { hashToken } from "@/server/auth/adapter";
import { sessionCookies } from "@/server/auth/session";
import { tallyCycle } from "@/server/tally/commands";
import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { fillBallotBox } from "../prepare/ballots";
import { type BenchCycle, closeQuarter, day, foundCompany, openQuarter, releaseQuarter } from "../prepare/company";
import { largeCount, largeCycle } from "../prepare/large-company";
import type { Stage } from "../stage";
import { median } from "../statistics";

const quarterLength = 91 * day;
const smallCount = 10;

/** A company of ten that has asked for so many quarters; every one is tallied and released. Returns the last. */
async function playQuarters(stage: Stage, slug: string, count: number): Promise<BenchCycle> {
  const begun = Date.now() - (count + 1) * quarterLength;
  const company = await foundCompany(slug, smallCount, new Date(begun - day));
  let last: BenchCycle | undefined;
  for (let index = 0; index < count; index += 1) {
    const at = begun + index * quarterLength;
    last = await openQuarter(company, quarterAfter("2026-Q4", index + 1 - count), new Date(at));
    await fillBallotBox(stage.admin, last, smallCount);
    await closeQuarter(last, new Date(at + 10 * day));
    await tallyCycle(last);
    await releaseQuarter(last, new Date(at + 11 * day));
  }
  if (!last) throw new RangeError("at least one quarter");
  return last;
}

/** A signed-in browser's cookie: a session row as sign-in leaves one. */
async function sessionOf({ admin }: Stage, email: string): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const { rows } = await admin.query<{ id: string }>('insert into "user" (email) values ($1) returning id', [email]);
  await admin.query("insert into session (token_hash, user_id, expires) values ($1, $2, now() + interval '1 day')", [
    hashToken(token),
    rows[0]?.id,
  ]);
  return `${sessionCookies[1]}=${token}`;
}

type Counted = { groups: { ballots: number }[] };

/** The frozen report's own count, which must be the number of accepted ballots exactly. */
async function countedBallots({ admin }: Stage, { cycleId }: BenchCycle): Promise<number> {
  const { rows } = await admin.query<{ content: Counted }>(
    "select content from report_part where cycle_id = $1 and part = 'response'",
    [cycleId],
  );
  return rows[0]?.content.groups[0]?.ballots ?? 0;
}

export const report: Measurement = async (stage) => {
  const large = await largeCycle(stage);
  const accepted = await stage.admin.query("select count(*)::int as ballots from ballot where cycle_id = $1", [
    large.cycleId,
  ]);
  await tallyCycle(large);
  await releaseQuarter(large, new Date(Date.now() + 11 * day));
  const small = await playQuarters(stage, "small", 1);
  const young = await playQuarters(stage, "young", 2);
  const old = await playQuarters(stage, "old", 20);
  await stage.admin.query("analyze");
  const pageOf = async (name: string, { slug, cto, quarter }: BenchCycle, kind: "reports" | "board") => ({
    name,
    url: `${stage.url}/${slug}/${kind}/${quarter.toLowerCase()}${kind === "reports" ? "/cto" : ""}`,
    cookie: await sessionOf(stage, cto),
  });
  const pages = [
    await pageOf("large", large, "reports"),
    await pageOf("small", small, "reports"),
    await pageOf("young", young, "board"),
    await pageOf("old", old, "board"),
  ];
  const found = await stage.withServer(() => runPart("page-load", { pages, warmUp: 40, requests: 200 }, stage.env));
  const p50 = (name: string) => median(found.find((page) => page.name === name)?.times ?? []);
  const counted = await countedBallots(stage, large);
  const exact = counted === accepted.rows[0]?.ballots && counted === largeCount;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    aimed({ what: "report page at 10,000 answers, p50", value: p50("large"), unit: " ms", atMost: 20, digits: 1 }),
    plain("report page at 10 answers, p50", ms(p50("small"))),
    aimed({ what: "report page, 10,000 : 10", value: p50("large") / p50("small"), unit: "", atMost: 1.3, digits: 2 }),
    {
      what: "its n and the accepted ballots",
      figure: `${counted} of ${accepted.rows[0]?.ballots}`,
      aim: "equal",
      met: exact,
    },
    plain("board page at 20 and at 2 quarters, p50", `${ms(p50("old"))}, ${ms(p50("young"))}`),
    aimed({ what: "board page, 20 : 2 quarters", value: p50("old") / p50("young"), unit: "", atMost: 1.5, digits: 2 }),
    plain("bytes of the four pages", found.map(({ bytes }) => `${Math.round(bytes / 1024)} kB`).join(", ")),
  ];
};
