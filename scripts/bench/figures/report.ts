import { tallyCycle } from "@/server/tally/commands";
import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { type BenchCycle, day, releaseQuarter } from "../prepare/company";
import { largeCount, largeCycle } from "../prepare/large-company";
import { playQuarters } from "../prepare/quarters";
import { sessionOf } from "../prepare/session";
import type { Stage } from "../stage";
import { median } from "../statistics";

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
