import { expect, test } from "vitest";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { selfCheck } from "./self-check";

test("a migrated database passes", async () => {
  await expect(selfCheck()).resolves.toBeUndefined();
});

test.each([
  [
    "row-level security is not forced",
    "alter table member no force row level security",
    "alter table member force row level security",
    /table member/,
  ],
  [
    "row-level security is off",
    "alter table cycle disable row level security",
    "alter table cycle enable row level security",
    /table cycle/,
  ],
  [
    "a policy lets everything through",
    "alter policy own_company on delivery using (true)",
    "alter policy own_company on delivery using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))",
    /table delivery/,
  ],
  [
    "a company table was added without a policy",
    "create table note (company_id uuid not null)",
    "drop table note",
    /table note/,
  ],
  [
    "the application may read ballots",
    "grant select on ballot to tandem_app",
    "revoke select on ballot from tandem_app",
    /SELECT on ballot/,
  ],
  [
    "the application may read a column of the ballots",
    "grant select (envelope) on ballot to tandem_app",
    "revoke select (envelope) on ballot from tandem_app",
    /SELECT on ballot/,
  ],
  [
    "the application owns a table",
    "create table mine (); alter table mine owner to tandem_app",
    "drop table mine",
    /mine is a table it owns/,
  ],
])("a database is refused where %s", async (_, breakIt, mendIt, message) => {
  await adminQuery(breakIt);
  await expect(selfCheck()).rejects.toThrow(message);
  await adminQuery(mendIt);
  await expect(selfCheck()).resolves.toBeUndefined();
});
