import { expect, test } from "vitest";
import { type InvitationFacts, invitationMail, invitationPreview } from "./invitation";

const facts: InvitationFacts = {
  kind: "invitation",
  email: "ada@norrvik.example",
  name: "Ada",
  company: "Norrvik",
  contact: "mara@norrvik.example",
  cycleName: "norrvik-2026-q2",
  quarter: "2026-Q2",
  closesAt: new Date("2026-06-19T15:00:00Z"),
  timeZone: "Europe/Oslo",
  castsFrom: null,
  seats: ["cto", "vpe"],
  window: "both",
  manifestHash: new Uint8Array(32).fill(7),
  words: ["human", "gauge", "party", "cake", "depth", "banana", "nature", "tank"],
  invitationToken: "own-token",
};

test("a mail about one leader names that one and takes four minutes", () => {
  const text = invitationMail({ ...facts, seats: ["vpe"] }).text;
  expect(text).toContain("how its VP of Engineering does the job. It takes about 4 minutes, and is open until");
  expect(text).not.toContain("CTO");
  expect(invitationMail(facts).text).toContain("7 minutes, 4 if you rate one leader, and is open until");
});

test("the preview of an invitation is the mail itself, but for name, link and eight words", () => {
  for (const castsFrom of [null, new Date("2026-06-10T05:00:00Z")]) {
    const sent = invitationMail({ ...facts, castsFrom, window: castsFrom ? "claims" : "both" });
    const text = sent.text
      .replace("Hello Ada", "Hello (name)")
      .replace(/https?:\/\/\S+/, "(a link of their own)")
      .replace(facts.words.join(" "), "(eight words, made when the cycle opens)");
    expect(invitationPreview({ ...facts, castsFrom })).toEqual({ subject: sent.subject, text });
  }
});
