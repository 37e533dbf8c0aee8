import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { samplePanel } from "@/ui/board/fixtures";
import { outwardFell, sampleScore, withheldScore } from "@/ui/report/fixtures";
import { sampleChain, sampleRoleRows } from "@/ui/report/pair-fixtures";
import { Chain, chainTitle } from "./chain";
import { lowestStation } from "./chain-station";
import { Ladder, ladderTitle } from "./ladder";
import { RoleMapGrid, shareClass } from "./role-map-grid";
import { holeRuns } from "./trend-holes";
import { TrendPanel } from "./trend-panel";

const html = (node: ReactNode): string => renderToStaticMarkup(node);
const plain = (node: ReactNode): string =>
  html(node)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test.each([
  ["shown with few answers first", samplePanel("Vision", ["withheld", 66, 68, 65, 69, 71])],
  ["a marked change", samplePanel("Outward", ["withheld", 61, 58, 60, 59, 46], outwardFell)],
  ["one person in both seats", samplePanel("Delivery", ["one-person", "one-person", "one-person", 64, 60, 74])],
  [
    "a new person",
    samplePanel("Delivery", [50, 52, 51, 64, 60, 74], { kind: "not-comparable", why: "new-person" }, [3]),
  ],
  [
    "a withheld last quarter",
    samplePanel("Delivery", [50, 52, 51, 64, 60, "withheld"], { kind: "not-comparable", why: "withheld" }),
  ],
  ["mean 0 and mean 100", samplePanel("Edges", [100, 0, 100, 0, 50, 100])],
  [
    "a first quarter",
    samplePanel("First", ["no-cycle", "no-cycle", "no-cycle", "no-cycle", "no-cycle", 64], { kind: "first" }),
  ],
])("a panel of %s is drawn as agreed", (_, panel) => {
  expect(html(<TrendPanel of="vpe" panel={panel} explain />)).toMatchSnapshot();
});

test("a panel names no change unless it is marked", () => {
  expect(plain(<TrendPanel of="cto" panel={samplePanel("A", [10, 20, 30, 40, 50, 60])} />)).toContain(
    "no clear change",
  );
  expect(plain(<TrendPanel of="cto" panel={samplePanel("A", [59, 46], outwardFell)} />)).toContain(
    "fell 13, likely 5 to 21",
  );
});

test("a withheld quarter breaks the line and prints no number", () => {
  const drawn = html(<TrendPanel of="cto" panel={samplePanel("A", [50, "withheld", 60, 61])} />);
  expect(/<path d="([^"]+)" fill="none"/.exec(drawn)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(drawn).toContain("url(#hatch)");
});

test("a last quarter without a number prints none beside the panel", () => {
  const drawn = plain(<TrendPanel of="cto" panel={samplePanel("A", [50, 52, "withheld"])} />);
  expect(drawn).toContain("withheld: fewer than 5");
  expect(drawn).not.toMatch(/\b5[02]\b/);
});

test("a person's absence is one hatched span, withheld quarters are columns", () => {
  expect(holeRuns(samplePanel("A", ["one-person", "one-person", 50, "withheld", "withheld", 60]).points)).toEqual([
    { kind: "one-person", first: 0, last: 1 },
    { kind: "withheld", first: 3, last: 3 },
    { kind: "withheld", first: 4, last: 4 },
  ]);
});

test("the role map is drawn as agreed", () => {
  expect(html(<RoleMapGrid rows={sampleRoleRows} />)).toMatchSnapshot();
});

test("a small cell cannot be told from an empty one, and every cell reads aloud", () => {
  expect(shareClass("–")).toBe(0);
  expect([15, 20, 25, 35, 40, 50, 55, 65, 70, 100].map((share) => shareClass(share))).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
  expect(plain(<RoleMapGrid rows={sampleRoleRows} />)).toContain("The CTO 55 percent; the VPoE says the CTO");
});

test("the chain names the lowest station only if it stands out", () => {
  expect(lowestStation(sampleChain)?.key).toBe("team");
  expect(chainTitle(sampleChain)).toBe(
    "Innovation chain: culture 68, team 45, together 60, up and out 58, product 60. The lowest station is team.",
  );
  const even = sampleChain.map((station) => ({ ...station, score: sampleScore(60) }));
  expect(chainTitle(even)).toContain("No station stands out.");
});

test("a withheld station breaks the connector and shows no number", () => {
  const holed = sampleChain.map((station) => (station.key === "team" ? { ...station, score: withheldScore } : station));
  const drawn = html(<Chain stations={holed} />);
  expect(/<path d="([^"]+)" fill="none"/.exec(drawn)?.[1]?.match(/M/g)?.length).toBe(2);
  expect(drawn).toContain("team withheld");
  expect(drawn).toMatchSnapshot();
});

test.each([
  [36, 75],
  [21, 40],
  [120, 20],
  [12, null],
])("the ladder of %s invited at %s percent is drawn as agreed", (invited, percent) => {
  expect(html(<Ladder invited={invited} percent={percent} />)).toMatchSnapshot();
});

test("the ladder says what the participation would allow, and nothing exact below 5", () => {
  expect(ladderTitle(36, 75)).toBe(
    "About 75 percent of 36 ballots collected, about 27. Scores need 5 answers, comments 10, a distribution 20: at this level all three can be released.",
  );
  expect(ladderTitle(36, 20)).toContain("at this level scores can be released");
  const few = html(<Ladder invited={12} percent={null} />);
  expect(few).toContain("Fewer than 5 ballots collected.");
  expect(few).not.toContain("var(--accent)");
});

test("of a small group the ladder fills the first five and hatches the rest, whoever else has collected", () => {
  const markup = html(<Ladder invited={10} percent={null} enough />);
  expect(markup).toContain("At least 5 of 10 ballots collected.");
  expect(markup).toMatch(/width="310" height="14" fill="var\(--accent\)"/);
  expect(markup).toContain("url(#hatch)");
});

test("on a phone the ladder has a drawing of its own, so that its words stay readable", () => {
  const [wide, narrow] = html(<Ladder invited={36} percent={75} />).match(/<svg.*?<\/svg>/g) ?? [];
  expect(wide).toContain('viewBox="0 0 620 112"');
  // 330 units across at most 330 px: a unit is about a pixel, and no letter is smaller than 11.
  expect(narrow).toContain('viewBox="0 0 330 112"');
  expect(Math.min(...[...(narrow ?? "").matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size)))).toBe(11);
  expect(narrow).toContain("5 scores, 10 comments, 20 distributions");
});

test("marks that the roster cannot reach are dropped", () => {
  expect(plain(<Ladder invited={9} percent={null} />)).not.toMatch(/comments 10|distributions/);
});

test("a quarter without neighbours keeps its interval", () => {
  const alone = html(<TrendPanel of="cto" panel={samplePanel("A", ["no-cycle", 60])} />);
  expect(alone).toContain('width="4"');
  expect(html(<TrendPanel of="cto" panel={samplePanel("A", [50, 60])} />)).not.toContain('width="4"');
});

test("the chain has a table that names each station's carrier, score and interval", () => {
  const text = plain(<Chain stations={sampleChain} />);
  expect(text).toContain("Team the VPoE: gives room for them 45 39–51");
  expect(text).toContain("Together both: welcome ideas, help them grow 60 54–66");
});

test("a duty that fewer than 20 could tell is withheld as a row and not read as nobody", () => {
  const [row] = sampleRoleRows;
  if (!row) throw new Error("no sample row");
  const shares = { cto: "–", vpe: "–", both: "–", neither: "–" } as const;
  const text = plain(<RoleMapGrid rows={[{ ...row, withheld: true, shares }]} />);
  expect(text).toContain("Withheld: fewer than 20 engineers could tell.");
  expect(text).not.toContain("two people or fewer");
});

test("the number of ballots stays inside the ladder from the first step on", () => {
  expect(html(<Ladder invited={2400} percent={5} />)).toMatch(/<text x="0" y="32" text-anchor="start"[^>]*>about 120/);
});
