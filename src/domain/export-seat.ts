import type { Subject } from "./board-page";
import {
  changeRow,
  type ExportPlace,
  type ExportRow,
  plainRow,
  scoreRow,
  sentenceRows,
  withheldCell,
} from "./export-row";
import { ownProfile } from "./relative-profile";
import type {
  CommitmentResult,
  DimensionResult,
  ItemResult,
  PatternResult,
  ReleasedComment,
  SeatReport,
  SliceReport,
} from "./report";
import type { CommentsWait } from "./report-options";
import { generalImpressionSentence } from "./report-words";
import { sliceLabel } from "./slice-plan";

const given = (value: number | null): number | string => value ?? "not given";

function statementRows(
  place: Pick<ExportPlace, "quarter" | "subject">,
  item: ItemResult,
  section: string,
): ExportRow[] {
  const at = { ...place, section, key: item.key, label: item.text };
  return [
    scoreRow(at, "engineers", item.score),
    ...(item.distribution === null
      ? [plainRow(at, "shares", withheldCell, "from 20 answers")]
      : item.distribution.map(({ from, to, percent, label }) =>
          plainRow(at, `share ${from}${from === to ? "" : `-${to}`}`, percent, label),
        )),
    plainRow(at, "agreement", item.agreement ?? withheldCell),
    plainRow(at, "self", given(item.self)),
    ...(item.littleVisible ? [plainRow(at, "visibility", "little visible")] : []),
  ];
}

/** What engineers say about an announcement of the quarter before. */
const commitmentRows = (place: Pick<ExportPlace, "quarter" | "subject">, commitment: CommitmentResult): ExportRow[] => {
  const item = { ...commitment, polarity: 1 as const, self: null, wordingVersion: "" };
  return statementRows(place, item, "commitment").filter(({ measure }) => measure !== "self");
};

/** An area with all that its page says about it, then its statements. */
export function areaRows(
  quarter: string,
  subject: Subject,
  section: "area" | "pattern",
  area: DimensionResult | PatternResult,
): ExportRow[] {
  const at = { quarter, subject, section, key: area.key, label: area.label };
  const [self, partner] = subject === "pair" ? ["the CTO says", "the VPoE says"] : ["self", "the other leader says"];
  return [
    scoreRow(at, "engineers", area.score),
    plainRow(at, "band", area.band ?? withheldCell),
    ...(area.executives === null ? [] : [scoreRow(at, "executives", area.executives)]),
    plainRow(at, self ?? "", given(area.self)),
    plainRow(at, partner ?? "", given(area.partner)),
    ...(area.gap === null
      ? []
      : [
          plainRow(
            at,
            "self minus engineers, kinder is positive",
            area.gap.points,
            area.gap.label.replaceAll("_", " "),
          ),
        ]),
    ...("tentative" in area
      ? [
          plainRow(at, "tentative", area.band === null ? withheldCell : area.tentative ? "yes" : "no"),
          plainRow(at, "percent who see it often", area.oftenPercent ?? withheldCell),
        ]
      : []),
    changeRow(at, "change since the quarter before", area.change),
    ...(area.yearChange === undefined
      ? []
      : [changeRow(at, "change since the same quarter last year", area.yearChange)]),
    ...area.items.flatMap((item) => statementRows({ quarter, subject }, item, `statement of ${area.key}`)),
  ];
}

/** Each area by the values of one declared dimension, in the order of the page. */
function sliceRows(
  { quarter, seat, dimensions, patterns }: Extract<SeatReport, { kind: "shown" }>,
  { name, values }: SliceReport,
): ExportRow[] {
  const section = sliceLabel[name].by.toLowerCase();
  return [...dimensions, ...patterns].flatMap(({ key, label }) =>
    values.flatMap(({ value, areas }) => {
      const area = areas.find((candidate) => candidate.key === key);
      const at = { quarter, subject: seat, section, key, label };
      return area
        ? [scoreRow(at, value, area.score), changeRow(at, `${value}: change since the quarter before`, area.change)]
        : [];
    }),
  );
}

/** Everything a leader's report says, line by line. */
export function seatRows({
  report,
  summary,
  mix,
  comments,
  commentsWait,
}: {
  report: SeatReport;
  summary: readonly string[];
  mix: readonly string[];
  comments: readonly ReleasedComment[];
  /** Comments that open later. */
  commentsWait?: CommentsWait | null | undefined;
}): ExportRow[] {
  const place = { quarter: report.quarter, subject: report.seat } as const;
  const response = { ...place, section: "response", key: "engineers", label: "" };
  const head = [
    plainRow(response, "invited", report.invited),
    plainRow(
      response,
      "answers",
      report.kind === "shown" ? report.answers : report.kind === "vacant" ? "vacant" : withheldCell,
    ),
    ...sentenceRows(place, "summary", summary),
    ...sentenceRows(place, "who-answered", mix),
  ];
  if (report.kind !== "shown") return head;
  const profile = ownProfile(report.dimensions)?.areas ?? [];
  const noComment = { ...place, section: "comment", key: "all", label: "" };
  return [
    ...head,
    ...report.dimensions.flatMap((area) => areaRows(report.quarter, report.seat, "area", area)),
    ...(report.generalImpression ? sentenceRows(place, "general-impression", [generalImpressionSentence]) : []),
    ...profile.map(({ key, label, points, standsOut }) =>
      plainRow(
        { ...place, section: "own-profile", key, label },
        "points from own mean",
        points,
        standsOut ? "clearly apart" : "not clearly apart",
      ),
    ),
    ...report.patterns.flatMap((area) => areaRows(report.quarter, report.seat, "pattern", area)),
    ...(report.slices ?? []).flatMap((slice) => sliceRows(report, slice)),
    ...statementRows(place, report.overall, "overall"),
    ...(report.commitments ?? []).flatMap((commitment) => commitmentRows(place, commitment)),
    ...(report.comments.kind === "withheld"
      ? [plainRow(noComment, "text", withheldCell, "from 10 answers")]
      : commentsWait
        ? [plainRow(noComment, "text", "not yet", `${commentsWait.hours} hours after release`)]
        : comments.map(({ question, text }) =>
            plainRow({ ...place, section: "comment", key: question, label: "" }, "text", text),
          )),
  ];
}
