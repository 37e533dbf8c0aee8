import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Distribution, Score } from "@/domain/report";
import { sampleScore, sampleShares, withheldScore } from "@/ui/report/fixtures";
import { Dumbbell } from "./dumbbell";
import { binWords, FrequencyBar } from "./frequency-bar";
import { IntervalDot } from "./interval-dot";
import { PatternCell } from "./pattern-cell";

const html = (node: ReactNode): string => renderToStaticMarkup(node);
const seven: Score = { ...sampleScore(64, "5–19", 12) };
const sixteen: Score = { ...sampleScore(58, "5–19", 9) };
const cases: [string, Score, number | null][] = [
  ["7 answers", seven, 75],
  ["16 answers", sixteen, 50],
  ["27 answers", sampleScore(71), 75],
  ["self = mean", sampleScore(63), 63],
  ["mean 0", sampleScore(0), 25],
  ["mean 100", sampleScore(100), 100],
  ["no self-rating", sampleScore(50), null],
  ["withheld", withheldScore, 75],
];

test.each(cases)("a dumbbell of %s is drawn as agreed", (_, score, self) => {
  expect(html(<Dumbbell of="cto" score={score} self={self} />)).toMatchSnapshot();
});

test.each(cases)("a statement of %s is drawn as agreed", (_, score) => {
  expect(html(<IntervalDot of="vpe" score={score} />)).toMatchSnapshot();
});

test.each(cases)("a pattern cell of %s is drawn as agreed", (_, score, self) => {
  const cell = (
    <PatternCell name="The Critic" label="Finds fault only" score={score} band="watch" tentative self={self} />
  );
  expect(html(cell)).toMatchSnapshot();
});

test("a ring close to the dot goes around it and needs no connector", () => {
  const near = html(<Dumbbell of="cto" score={sampleScore(71)} self={74} />);
  const apart = html(<Dumbbell of="cto" score={sampleScore(71)} self={75} />);
  expect(near).toContain('r="9.1"');
  expect(near).not.toContain('stroke-width="1.2"');
  expect(apart).toContain('r="6.1"');
  expect(apart).toContain('stroke-width="1.2"');
});

test("executives are a tick, never a second dot", () => {
  const drawn = html(<Dumbbell of="cto" score={sampleScore(71)} self={null} executives={sampleScore(60)} />);
  expect(drawn.match(/<circle/g)).toHaveLength(1);
  expect(drawn).toContain('width="2" height="12"');
});

test("withheld executives leave no mark", () => {
  const without = html(<Dumbbell of="cto" score={sampleScore(71)} self={null} />);
  expect(html(<Dumbbell of="cto" score={sampleScore(71)} self={null} executives={withheldScore} />)).toBe(without);
});

test("a withheld score leaves no number in any chart, whatever it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), (secret) => {
      // A careless caller may carry extra fields; the chart must not print them.
      const leaky = { ...withheldScore, value: secret / 10, low: secret / 10, high: secret / 10 } as Score;
      const pages = [
        <Dumbbell key="d" of="cto" score={leaky} self={50} />,
        <IntervalDot key="i" of="cto" score={leaky} />,
        <FrequencyBar key="f" score={leaky} distribution={sampleShares(10, 20)} />,
        <PatternCell key="p" name="N" label="L" score={leaky} band="low" tentative={false} self={50} />,
      ];
      for (const page of pages) {
        expect(html(page).replace(/from 20 answers|fewer than 5/g, "")).not.toMatch(/\d/);
      }
    }),
  );
});

test("below 20 answers no distribution is drawn, even when one is handed in", () => {
  for (const score of [seven, sixteen, sampleScore(50, 19)]) {
    const drawn = html(<FrequencyBar score={score} distribution={sampleShares(10, 20)} />);
    expect(drawn).toContain("Mean only: shares are shown from 20 answers.");
    expect(drawn).not.toContain('role="img"');
  }
});

test("from 20 answers on, a bar that D5 does not allow is not said to lack answers", () => {
  const drawn = html(<FrequencyBar score={sampleScore(10, 29)} distribution={null} />);
  expect(drawn).toContain("Mean only: shares could tell what single people said.");
});

test("the bins of a drawn bar sum to 100 and say how often in words", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (low, mid) => {
      fc.pre(low + mid <= 20);
      const drawn = html(<FrequencyBar score={sampleScore(50)} distribution={sampleShares(low * 5, mid * 5)} />);
      const percents = [...drawn.matchAll(/data-percent="(\d+)"/g)].map(([, percent]) => Number(percent));
      expect(percents.reduce((total, percent) => total + percent, 0)).toBe(100);
    }),
  );
  expect(html(<FrequencyBar score={sampleScore(73)} distribution={sampleShares(10, 20)} />)).toContain(
    "Never or rarely 10 percent, sometimes 20 percent, often or almost always 70 percent",
  );
});

test("a merged bin prints the words it stands for", () => {
  const merged: Distribution = [
    { label: "never to sometimes", from: 1, to: 3, percent: 30 },
    { label: "often, almost always", from: 4, to: 5, percent: 70 },
  ];
  expect(html(<FrequencyBar score={sampleScore(73)} distribution={merged} />)).toContain("never to sometimes 30");
  expect(binWords({ from: 3, to: 5 })).toBe("sometimes to almost always");
});

test("a pattern cell reads aloud with name, label, number, band, range and own answer", () => {
  const text = html(
    <PatternCell
      name="The Control Freak"
      label="Holds every decision"
      score={sampleScore(41)}
      band="elevated"
      tentative={false}
      self={25}
    />,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  expect(text).toContain("The Control Freak Holds every decision 41 Elevated between 35 and 47 , you 25");
});
