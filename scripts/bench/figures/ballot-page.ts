import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../browser.js";
import { root } from "../../install.js";
import { Problem } from "../../problem";
import { aimed, type Measurement, plain } from "../figure";
import { foundCompany, invitationsOf, openQuarter } from "../prepare/company";
import { median } from "../statistics";

const visits = 9;
/** Slow 4G as Lighthouse defines it: 1.6 Mbit/s down, 0.75 up, 150 ms; a processor four times slower than this one. */
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const slowdown = 4;
const settlingMs = 2000;
/** The milliseconds since the visit began, once the promise's button can be pressed; one small script, not the driver's own. */
const untilReady = `new Promise((resolve) => {
  const look = () =>
    document.querySelector("button.primary:enabled") ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})`;

function gzippedBytes(extension: string): number {
  const folder = path.join(root, "public", "ballot", "assets");
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(extension) && !name.startsWith("portable-"));
  return files.reduce((sum, name) => sum + gzipSync(fs.readFileSync(path.join(folder, name)), { level: 9 }).length, 0);
}

type Visit = { ready: number; requests: { url: string; at: number; took: number; bytes: number }[] };

/** One first visit of somebody invited: nothing cached, until the promise's button can be pressed. */
async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  // A new window has its own pages to load, on the same processor; the visit begins when they stand.
  await page.waitForTimeout(settlingMs);
  await protocol.send("Network.enable");
  await protocol.send("Page.enable");
  await protocol.send("Network.emulateNetworkConditions", network);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const requests = new Map<string, { url: string; begun: number; took: number; bytes: number }>();
  protocol.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    requests.set(requestId, { url: request.url, begun: timestamp * 1000, took: 0, bytes: 0 });
  });
  protocol.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const sent = requests.get(requestId);
    if (sent) Object.assign(sent, { took: timestamp * 1000 - sent.begun, bytes: encodedDataLength });
  });
  const arrived = new Promise((resolve) => protocol.once("Page.frameNavigated", resolve));
  await protocol.send("Page.navigate", { url: address });
  await arrived;
  const { result } = await protocol.send("Runtime.evaluate", { expression: untilReady, awaitPromise: true });
  const time = Number(result.value);
  const seen = [...requests.values()];
  const first = Math.min(...seen.map(({ begun }) => begun));
  await context.close();
  return {
    ready: time,
    requests: seen.map(({ url, begun, took, bytes }) => ({ url, at: begun - first, took, bytes })),
  };
}

const waterfall = ({ requests }: Visit) =>
  requests
    .map(
      ({ url, at, took, bytes }) =>
        `  ${at.toFixed(0).padStart(5)} ms +${took.toFixed(0).padStart(4)} ${String(bytes).padStart(7)} B  ${new URL(url).pathname}`,
    )
    .join("\n");

export const ballotPage: Measurement = async ({ url, withServer }) => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Problem("No Chromium was found. Name yours: CHROMIUM_PATH=/path/to/chromium");
  const now = new Date();
  const cycle = await openQuarter(await foundCompany("ballot-page", 40, now), "2031-Q1", now);
  const [invitation] = await invitationsOf(cycle);
  const address = `${url}/ballot/${cycle.name}#${cycle.manifestHash}.${invitation}`;
  const seen = await withServer(async () => {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const all: Visit[] = [];
      for (let count = 0; count < visits; count += 1) all.push(await visit(browser, address));
      return all;
    } finally {
      await browser.close();
    }
  });
  const middle = median(seen.map(({ ready }) => ready));
  const typical = seen.find(({ ready }) => ready === middle);
  if (typical) console.log(waterfall(typical));
  const foreign = seen.flatMap(({ requests }) => requests).filter(({ url: asked }) => !asked.startsWith(`${url}/`));
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  return [
    plain(
      "ballot page, JavaScript and CSS gzipped",
      `${kilobytes(gzippedBytes(".js"))}, ${kilobytes(gzippedBytes(".css"))}`,
    ),
    plain(
      "ballot page, bytes over the wire",
      kilobytes(typical?.requests.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0),
    ),
    aimed({ what: "ballot page, third-party requests", value: foreign.length, unit: "", atMost: 0 }),
    aimed({
      what: "ballot page, until the button works (slow 4G, 4 × slower)",
      value: middle / 1000,
      unit: " s",
      atMost: 1.2,
      digits: 2,
    }),
  ];
};
