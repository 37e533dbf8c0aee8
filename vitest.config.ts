import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  resolve: { alias: { "@": here("./src") } },
  test: {
    // Many tests wait for a process, a mail server or a kill: two at a time, however few cores there are.
    maxWorkers: 2,
    testTimeout: mode === "fuzz" ? 600_000 : 60_000,
    hookTimeout: 60_000,
    env: { FUZZ: mode === "fuzz" ? "1" : "" },
    setupFiles: ["scripts/testing/properties.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "law",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: ["src/server/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          // A real PostgreSQL for all files, and a database of its own for each.
          include: ["src/server/**/*.test.ts", "prisma/**/*.test.ts", "scripts/**/*.test.ts"],
          globalSetup: ["scripts/testing/postgres-for-tests.ts"],
          setupFiles: ["scripts/testing/properties.ts", "scripts/testing/database-per-file.ts"],
        },
      },
    ],
  },
}));
