import { fork } from "node:child_process";
import { root } from "../install.js";

/** Work that runs in a process of its own, so that its memory is its own and its clock is not the preparation's. */
const parts = {
  "cast-load": () => import("./parts/cast-load"),
  "submission-load": () => import("./parts/submission-load"),
  "refusal-load": () => import("./parts/refusal-load"),
  "page-load": () => import("./parts/page-load"),
  tally: () => import("./parts/tally"),
  opens: () => import("./parts/opens"),
  roster: () => import("./parts/roster"),
};

export type PartName = keyof typeof parts;
type Run<Name extends PartName> = Awaited<ReturnType<(typeof parts)[Name]>>["run"];
type Input<Name extends PartName> = Parameters<Run<Name>>[0];
type Output<Name extends PartName> = Awaited<ReturnType<Run<Name>>>;

/** Runs a part in its own process and hands back what it found; ten minutes at most. */
export function runPart<Name extends PartName>(
  name: Name,
  input: Input<Name>,
  env: NodeJS.ProcessEnv,
): Promise<Output<Name>> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("./main.ts", import.meta.url), ["--part", name], {
      cwd: root,
      env,
      execArgv: ["--import", "tsx"],
      timeout: 600_000,
      killSignal: "SIGKILL",
    });
    let found: Output<Name> | undefined;
    child.once("message", (message) => {
      found = message as Output<Name>;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      found === undefined ? reject(new Error(`the part ${name} ended with ${signal ?? code}`)) : resolve(found),
    );
    child.send(input as object);
  });
}

/** The other side of runPart. */
export async function bePart(name: string): Promise<void> {
  const load = parts[name as PartName];
  const input = new Promise((resolve) => process.once("message", resolve));
  process.once("disconnect", () => process.exit(1));
  const { run } = await load();
  const found = await run((await input) as never);
  await new Promise((resolve) => process.send?.(found, resolve));
  process.exit(0);
}
