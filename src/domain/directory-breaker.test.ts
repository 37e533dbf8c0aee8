import fc from "fast-check";
import { expect, test } from "vitest";
import {
  breakerLimits,
  type ChangeKind,
  changeKinds,
  holdBack,
  kindsOf,
  type PastChange,
  peopleMet,
  rosterThen,
  stops,
  wishOf,
} from "./directory-breaker";
import type { PresentMember, WantedPerson } from "./roster";
import { comparePerson, type RosterChanges } from "./roster-comparison";

const member: PresentMember = {
  id: "1",
  name: "Ada",
  email: "ada@b.example",
  group: "engineer",
  slices: { team: "Data" },
};
const wanted = (more: Partial<WantedPerson>): WantedPerson => ({ ...member, ...more });

test("40 of 100 leave unseen and 41 do not; 5 new addresses do and 6 do not", () => {
  expect([stops("leave", 40, 100), stops("leave", 41, 100)]).toEqual([false, true]);
  expect([stops("identity", 5, 100), stops("identity", 6, 100)]).toEqual([false, true]);
  expect([stops("move", 40, 100), stops("move", 41, 100)]).toEqual([false, true]);
});

test("two who leave and one new address are everyday life at any size; a third and a second are not", () => {
  expect([stops("leave", 2, 2), stops("leave", 3, 3)]).toEqual([false, true]);
  expect([stops("identity", 1, 8), stops("identity", 2, 8), stops("identity", 2, 40)]).toEqual([false, true, false]);
  expect([stops("move", 10, 0), stops("move", 11, 0)]).toEqual([false, true]);
});

test("the breaker never lets more through than its share or its floor, and more people never stop it less", () => {
  fc.assert(
    fc.property(fc.constantFrom(...changeKinds), fc.nat(2_000), fc.nat(2_000), (kind, people, roster) => {
      const { percent, always } = breakerLimits[kind];
      if (!stops(kind, people, roster)) expect(people <= always || people <= (percent / 100) * roster).toBe(true);
      if (stops(kind, people, roster)) expect(stops(kind, people + 1, roster)).toBe(true);
      if (!stops(kind, people, roster)) expect(stops(kind, people, roster + 1)).toBe(false);
    }),
  );
});

/** A roster, and a history of joins and leaves told in order. */
const history = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }),
    fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }),
  )
  .map(([begin, flips]) => {
    const now = new Set(begin.map(String));
    const past: PastChange[] = flips.map((person) => {
      const memberId = String(person);
      const kind = now.delete(memberId) ? "leave" : "join";
      if (kind === "join") now.add(memberId);
      return { memberId, kind };
    });
    return { begin: new Set(begin.map(String)), now, past };
  });

test("the roster at the window's beginning is found again from what happened since", () => {
  fc.assert(
    fc.property(history, ({ begin, now, past }) => {
      expect(rosterThen(now.size, now, past)).toBe(begin.size);
    }),
  );
});

test("whoever left and came back counts as nothing, and nobody counts twice", () => {
  fc.assert(
    fc.property(history, ({ now, past }) => {
      const gone = new Set(past.filter(({ memberId }) => !now.has(memberId)).map(({ memberId }) => memberId));
      expect(peopleMet("leave", past, now, [])).toBe(gone.size);
      expect(peopleMet("leave", past, now, [...gone])).toBe(gone.size);
    }),
  );
});

test("each difference is of its kind, and a new name is of none", () => {
  expect(kindsOf(wanted({ name: "Ada King", timeZone: "Asia/Tokyo" }), member)).toEqual([]);
  expect(kindsOf(wanted({ group: null, email: "x@b.example" }), member)).toEqual(["leave", "identity"]);
  expect(kindsOf(wanted({ slices: { team: "Web" } }), member)).toEqual(["move"]);
  expect(kindsOf(wanted({}), { ...member, group: null })).toEqual(["move"]);
  expect(kindsOf(wanted({ group: null, slices: {} }), { ...member, group: null })).toEqual([]);
});

const place = fc.record({
  group: fc.constantFrom("engineer" as const, "executive" as const, null),
  email: fc.constantFrom("ada@b.example", "new@b.example"),
  slices: fc.constantFrom({}, { team: "Data" }, { team: "Web" }),
  name: fc.constantFrom("Ada", "Ada King"),
});

test("what is held back is not written, what is not held is, and with nothing held no difference is left", () => {
  fc.assert(
    fc.property(place, place, fc.subarray([...changeKinds]), (want, have, held) => {
      const [now, wish] = [{ ...member, ...have }, wanted(want)];
      const changes: RosterChanges = { create: [], update: [], leave: [] };
      comparePerson(holdBack(wish, now, held), now, changes);
      const [update] = changes.update;
      const left = changes.leave.length > 0;
      const after: PresentMember = update ? { ...now, ...update } : { ...now, group: left ? null : now.group };
      const rest: ChangeKind[] = kindsOf(wish, after);
      expect(rest).toEqual(kindsOf(wish, now).filter((kind) => held.includes(kind)));
      expect(after.name).toBe(wish.name);
    }),
  );
});

test("a wish is recognised until it changes", () => {
  expect(wishOf(wanted({ name: "Other" }))).toBe(wishOf(wanted({})));
  expect(wishOf(wanted({ slices: {} }))).not.toBe(wishOf(wanted({})));
  expect(wishOf(wanted({ group: null, slices: {} }))).toBe(wishOf(wanted({ group: null })));
});
