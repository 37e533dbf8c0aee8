import type { PairReport, RoleMapRow } from "@/domain/report";
import type { ChainStation } from "@/ui/chart/chain-station";
import { sampleDimension, sampleScore } from "./fixtures";

type Shares = [cto: number | "–", vpe: number | "–", both: number | "–", neither: number | "–"];

function roleRow(
  text: string,
  owner: RoleMapRow["owner"],
  [cto, vpe, both, neither]: Shares,
  says: [string | null, string | null],
): RoleMapRow {
  return {
    key: text.toLowerCase().replaceAll(/[^a-z]+/g, "_"),
    text,
    owner,
    shares: { cto, vpe, both, neither },
    cto: says[0],
    vpe: says[1],
  };
}

export const sampleRoleRows: RoleMapRow[] = [
  roleRow("Sets the long-term direction for our technology", "cto", [75, "–", 20, "–"], ["cto", "cto"]),
  roleRow("Shapes how we work together", "cto", [50, 20, 25, "–"], ["cto", "both"]),
  roleRow("Talks with people outside the company", "cto", [50, 15, "–", 30], ["cto", "neither"]),
  roleRow("Presents our ideas to top management", "cto", [55, 15, 25, "–"], ["cto", "cto"]),
  roleRow("Decides what we build next", "vpe", [50, 30, 20, "–"], ["vpe", "vpe"]),
  roleRow("Makes sure that we deliver", "vpe", ["–", 80, 15, "–"], ["vpe", "vpe"]),
  roleRow("Leads the hiring of engineers", "vpe", [55, 25, 20, "–"], ["both", "cto"]),
  roleRow("Helps with difficult technical problems", "vpe", [35, 40, 25, "–"], ["both", "vpe"]),
  roleRow("Turns ideas into a working product", "vpe", [15, 60, 25, "–"], ["vpe", "vpe"]),
  roleRow("Encourages new ideas", "both", [40, 15, 45, "–"], ["both", "both"]),
];

export const samplePairReport: Extract<PairReport, { kind: "shown" }> = {
  format: "tandem/report/1",
  kind: "shown",
  quarter: "2026-Q2",
  invited: 36,
  answers: 25,
  dimensions: [
    sampleDimension("Innovation together", 60, null),
    sampleDimension("Team of two", 64, null),
    sampleDimension("Role clarity", 59, null),
  ],
  roleMap: { kind: "shown", answers: 22, ctoActsAsVpe: 31, vpeActsAsCto: 14, roleConfusion: 29, rows: sampleRoleRows },
};

export const samplePairSummary = [
  "More than half of the engineers say that the CTO leads hiring, and half say that the CTO decides what is built next. The talk gives both to the VPoE.",
  "In the three shared areas there is no clear change since Q1.",
];

export const sampleChain: ChainStation[] = [
  {
    key: "culture",
    label: "Culture",
    carrier: "cto",
    lines: ["encourages", "ambitious ideas"],
    score: sampleScore(68),
  },
  { key: "team", label: "Team", carrier: "vpe", lines: ["gives room", "for them"], score: sampleScore(45) },
  {
    key: "together",
    label: "Together",
    carrier: "pair",
    lines: ["welcome ideas,", "help them grow"],
    score: sampleScore(60),
  },
  {
    key: "up-and-out",
    label: "Up and out",
    carrier: "cto",
    lines: ["presents ideas", "to top management"],
    score: sampleScore(58, "5–19", 9),
  },
  { key: "product", label: "Product", carrier: "vpe", lines: ["turns them", "into a product"], score: sampleScore(60) },
];
