import { afterEach, expect, test, vi } from "vitest";
import { env } from "@/env.js";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { disconnectDatabase } from "./client";
import { selfCheck, UnsafeDatabase } from "./self-check";

afterEach(async () => {
  vi.restoreAllMocks();
  vi.resetModules();
  await disconnectDatabase();
});

/** Connects one of the three parts of the server as another role. */
async function checkAs(variable: string, url: string): Promise<unknown> {
  vi.stubEnv(variable, url);
  vi.resetModules();
  const [check, client] = await Promise.all([import("./self-check"), import("./client")]);
  try {
    return await check.selfCheck().catch((error: unknown) => error);
  } finally {
    vi.unstubAllEnvs();
    await client.disconnectDatabase();
  }
}

async function temporaryRole(name: string, rights: string): Promise<string> {
  await adminQuery(`create role ${name} login password 'x' ${rights}`);
  const url = new URL(env.DATABASE_APP_URL);
  url.username = name;
  url.password = "x";
  return url.toString();
}

test("a server with its own three roles passes", async () => {
  await expect(selfCheck()).resolves.toBeUndefined();
  expect(new UnsafeDatabase(["a", "b"]).message).toContain("- a\n  - b");
});

test.each(["DATABASE_APP_URL", "DATABASE_BALLOT_URL", "DATABASE_TALLY_URL"])(
  "a superuser as %s is refused",
  async (variable) => {
    const url = await temporaryRole("self_check_super", "superuser");
    expect(String(await checkAs(variable, url))).toMatch(/may become a superuser/);
    await adminQuery("drop role self_check_super");
  },
);

test("a role that bypasses row-level security is refused", async () => {
  const url = await temporaryRole("self_check_bypass", "bypassrls in role tandem_app");
  expect(String(await checkAs("DATABASE_APP_URL", url))).toMatch(/bypasses row-level security/);
  await adminQuery("drop role self_check_bypass");
});

test("a role that could change into the owner of the tables is refused", async () => {
  const url = await temporaryRole("self_check_member", "in role tandem_owner");
  expect(String(await checkAs("DATABASE_APP_URL", url))).toMatch(/is a table it owns/);
  await adminQuery("drop role self_check_member");
});
