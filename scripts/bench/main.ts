// `npm run bench` prints one table; `npm run bench -- casts tally` measures those only. Everything is made afresh and removed.
import os from "node:os";
import { build, isBuilt } from "../build";
import { messageOf, Problem } from "../problem";
import type { Figure, Measurement } from "./figure";
import { tableOf } from "./figure";
import { bePart } from "./part";
import { openStage, type Stage } from "./stage";

const measurements: Record<string, () => Promise<Measurement>> = {
  casts: async () => (await import("./figures/casts")).casts,
  submissions: async () => (await import("./figures/submissions")).submissions,
  refusals: async () => (await import("./figures/refusals")).refusals,
  tally: async () => (await import("./figures/tally")).tally,
  report: async () => (await import("./figures/report")).report,
  "page-scripts": async () => (await import("./figures/page-scripts")).pageScripts,
  "ballot-page": async () => (await import("./figures/ballot-page")).ballotPage,
  roster: async () => (await import("./figures/roster")).roster,
};

function wanted(names: readonly string[]): string[] {
  const known = Object.keys(measurements);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Problem(`There is no figure ${unknown.join(", ")}. Choose from: ${known.join(" ")}`);
  return names.length > 0 ? known.filter((name) => names.includes(name)) : known;
}

async function measureOn(stage: Stage, names: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) {
    console.log(`Measuring ${name} …`);
    const measure = await measurements[name]?.();
    if (measure) figures.push(...(await measure(stage)));
  }
  return figures;
}

const load = () => os.loadavg()[0]?.toFixed(1) ?? "";

async function bench(names: readonly string[]): Promise<void> {
  const chosen = wanted(names);
  if (!isBuilt()) {
    console.log("The pages are not built from these sources; building them first (about a minute) …");
    await build();
  }
  const before = load();
  const stage = await openStage();
  const interrupted = () => stage.close().finally(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const figures = await measureOn(stage, chosen);
    console.log(`\n${os.availableParallelism()} cores, load ${before} before; server, database and load share them.\n`);
    console.log(tableOf(figures));
  } finally {
    await stage.close();
  }
}

const [first, second, ...others] = process.argv.slice(2);
if (first === "--part") await bePart(second ?? "");
else {
  try {
    await bench([first, second, ...others].filter((name) => name !== undefined));
  } catch (error) {
    console.error(error instanceof Problem ? messageOf(error) : error);
    process.exitCode = 1;
  }
  process.exit();
}
