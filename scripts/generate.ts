import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

// The command line would download a schema engine that generating a client does not need: it is shown a program that exists.
const result = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve("prisma/build/index.js"), "generate"],
  {
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
    encoding: "utf8",
  },
);
if (result.status === 0) console.log("Prisma client generated into src/generated/prisma");
else console.error(result.stdout, result.stderr);
process.exitCode = result.status ?? 1;
