import { afterEach, beforeAll, expect, test } from "vitest";
import type { Manifest } from "@/domain/manifest";
import { closedSentence, closingOf, sealingOf } from "./wording";

const own = process.env.TZ;
const at = (zone: string) => {
  process.env.TZ = zone;
};
const cycle = { closesAt: "2026-06-19T15:00:00.000Z" };
const windows = { kind: "two-windows", castsFrom: "2026-06-12T05:00:00.000Z" };
const clocks = { timeZone: "Europe/Berlin", castsFrom: "2026-06-12T07:00", closesAt: "2026-06-19T17:00" };
const manifest = { cycle, windows, clocks } as unknown as Manifest;
const older = { cycle, windows } as unknown as Manifest;

beforeAll(() => at("UTC"));
afterEach(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

test("a reader whose clocks show what the company's do sees one time, with its zone", () => {
  at("Europe/Oslo");
  expect(closingOf(manifest)).toBe("19\u00a0June, 17:00 (UTC+2)");
  expect(sealingOf(manifest)).toBe("Friday 12\u00a0June, 07:00 (UTC+2)");
});

test("a box that an admin closed early is not said to have closed on the day that was announced", () => {
  at("Europe/Oslo");
  expect(closedSentence(manifest, new Date("2026-06-19T15:00:00Z"))).toBe("It closed on 19\u00a0June, 17:00 (UTC+2).");
  expect(closedSentence(manifest, new Date("2026-06-10T09:00:00Z"))).toBe(
    "It was closed before the day that was announced, 19\u00a0June, 17:00 (UTC+2).",
  );
});

test("a reader elsewhere sees their own time first and the company's beside it, with the day where that differs", () => {
  at("America/St_Johns");
  expect(closingOf(manifest)).toBe("19\u00a0June, 12:30 (UTC−2:30; 17:00 in Europe/Berlin)");
  at("Pacific/Auckland");
  expect(closingOf(manifest)).toBe("20\u00a0June, 03:00 (UTC+12; 19\u00a0June, 17:00 in Europe/Berlin)");
  expect(sealingOf(manifest)).toBe("Friday 12\u00a0June, 17:00 (UTC+12; 07:00 in Europe/Berlin)");
});

test("a manifest from before the company's clocks were in it still names the reader's zone", () => {
  at("UTC");
  expect(closingOf(older)).toBe("19\u00a0June, 15:00 (UTC)");
  at("Asia/Kolkata");
  expect(closingOf(older)).toBe("19\u00a0June, 20:30 (UTC+5:30)");
});

test("one sitting has no sealing of its own", () => {
  expect(sealingOf({ ...older, windows: { kind: "one-sitting" } })).toBeNull();
});
