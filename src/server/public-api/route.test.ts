import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createCaller } from "@/server/api/root";
import { callerFor } from "../../../prisma/factories";
import { companyWithEveryRole } from "../../../prisma/test-companies";
import { route } from "./route";
import { noParts } from "./schemas";

const now = new Date("2031-01-10T09:00:00Z");
let own: Awaited<ReturnType<typeof companyWithEveryRole>>;
beforeAll(async () => {
  own = await companyWithEveryRole("narrowed");
});

const who = () => ({
  api: callerFor(own.emails.admin, now),
  ...{ company: "narrowed", companyName: "Narrowed" },
  key: { id: "", name: "Key", scopes: [], expiresAt: now },
});

test("a field that is not in the document does not leave, however it got into the answer", async () => {
  const text = { id: "x", method: "GET", path: "/x", tag: "X", scope: null, summary: "", description: "" } as const;
  const made = route({
    ...text,
    ...{ success: { 200: "Yes." }, refusals: [] },
    parts: { path: noParts, query: noParts, body: null, answer: z.object({ group: z.string() }) },
    handle: async () => ({
      status: 200,
      body: Object.assign({ group: "engineer" }, { claimed: true, email: "ada@x.example" }),
    }),
  });
  expect(await made.reply({ path: {}, query: {}, body: undefined }, who())).toEqual({
    status: 200,
    body: { group: "engineer" },
  });
});

test("narrowed to a scope, an admin's own procedures are not there", async () => {
  const narrowed = createCaller({ email: own.emails.admin, now, only: ["roster.walk"] });
  expect(await narrowed.roster.walk({ company: "narrowed", after: "", limit: 1 })).toMatchObject({ people: [] });
  await expect(narrowed.cycle.list({ company: "narrowed" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(narrowed.rights.startExport({ company: "narrowed" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
