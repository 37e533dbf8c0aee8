import type { DimensionResult, Score, SeatReport } from "./report";
import { meanOf } from "./score-mean";

export type ChainKey = "culture" | "team" | "together" | "up-and-out" | "product";

const notAsked: Score = { kind: "withheld", why: "not-asked" };

function itemScore(report: SeatReport, key: string): Score {
  if (report.kind !== "shown")
    return report.kind === "vacant" ? notAsked : { kind: "withheld", why: "too-few-answers" };
  const items = report.dimensions.flatMap((dimension) => dimension.items);
  return items.find((item) => item.key === key)?.score ?? notAsked;
}

/**
 * Five stations from an idea to a product, in the order of the talk's slide on innovation: culture (the CTO), team (the
 * VPoE), together, up and out (the CTO), product (the VPoE).
 */
export function innovationChain(
  cto: SeatReport,
  vpe: SeatReport,
  shared: readonly DimensionResult[],
): { key: ChainKey; score: Score }[] {
  return [
    { key: "culture", score: itemScore(cto, "cto_think_big") },
    { key: "team", score: itemScore(vpe, "vpe_room") },
    { key: "together", score: shared.find(({ key }) => key === "innovation_shared")?.score ?? notAsked },
    { key: "up-and-out", score: meanOf([itemScore(cto, "cto_ideas_up"), itemScore(cto, "cto_ideas_out")]) },
    { key: "product", score: itemScore(vpe, "vpe_ideas_to_product") },
  ];
}
