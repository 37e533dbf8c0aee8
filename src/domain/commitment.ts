import { z } from "zod";
import { type AskedCommitment, commitmentKey } from "./commitment-statement";
import { Refusal } from "./errors";
import { quarterAfter, quarterOf, quarterSchema } from "./quarter";
import type { Seat } from "./seat";
import { seatSchema } from "./seat-schema";

/** A leader works on at most one responsibility and one pattern a quarter. */
export const commitmentKinds = ["responsibility", "pattern"] as const;
export const commitmentKindSchema = z.enum(commitmentKinds);
export type CommitmentKind = z.infer<typeof commitmentKindSchema>;

/** draft → shared → kept or dropped, never back. A draft is the leader's own; from "shared" on engineers have read it. */
export type CommitmentState = "draft" | "shared" | "kept" | "dropped";

/** What a leader will do about one responsibility or pattern, as everything that shows it needs it. */
export type Commitment = {
  /** Quarter of the report that led to it. */
  quarter: string;
  seat: Seat;
  kind: CommitmentKind;
  subject: string;
  action: string;
  /** Last day, for example 2026-09-30. */
  dueOn: string;
  state: CommitmentState;
  leaderId: string;
  leaderName: string;
  sharedAt: Date | null;
  closedAt: Date | null;
};

/** Something a leader may work on, by its neutral label. */
export type Subject = { key: string; label: string };

export const actionMaxLength = 240;
/** The last day is at most in the second quarter after the running one. */
const quartersAhead = 2;

/** What a leader fills in for one commitment. */
export const commitmentForm = z.object({
  subject: z.string().min(1, "Choose what you will work on.").max(40),
  action: z
    .string()
    .trim()
    .min(1, "Say what you will do.")
    .max(actionMaxLength, `Use at most ${actionMaxLength} characters.`),
  dueOn: z.iso.date("Choose a date."),
});
export const commitmentRef = z.object({ quarter: quarterSchema, seat: seatSchema, kind: commitmentKindSchema });
export const saveCommitmentInput = commitmentRef.extend(commitmentForm.shape);
export const closeCommitmentInput = commitmentRef.extend({ outcome: z.enum(["kept", "dropped"]) });

/** The state of a stored commitment; nobody but its leader reads one that was not shared. */
export const commitmentState = (row: { state: string; sharedAt: Date | null }): CommitmentState =>
  row.sharedAt === null ? "draft" : row.state === "kept" || row.state === "dropped" ? row.state : "shared";

/** An action as one line of text: it is quoted in a ballot, so nothing in it may break or turn the line. */
export const actionLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim()
    .normalize("NFC");

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The first and the last day that may be chosen, UTC: tomorrow, and the end of the second quarter after the running one. */
export function dueDays(now: Date): { first: string; last: string } {
  const after = quarterAfter(quarterOf(now), quartersAhead + 1);
  return {
    first: isoDay(new Date(now.getTime() + 86_400_000)),
    last: isoDay(new Date(Date.UTC(Number(after.slice(0, 4)), (Number(after.slice(6)) - 1) * 3, 0))),
  };
}

function checkDueDay(dueOn: string, now: Date): void {
  const { first, last } = dueDays(now);
  if (dueOn < first) throw new Refusal("invalid", "Choose a date after today.", "dueOn");
  if (dueOn > last) throw new Refusal("invalid", `Choose a date at most two quarters ahead, until ${last}.`, "dueOn");
}

const fixed = () =>
  new Refusal("conflict", "Engineers have read this commitment. Its words stay; you can mark it as kept or dropped.");

/** Refuses to write a commitment about something else than the seat's own areas and patterns, with a date out of reach, or over one that was shared. */
export function checkSave(
  input: { kind: CommitmentKind; subject: string; dueOn: string },
  stored: CommitmentState | null,
  circumstances: { subjects: readonly Subject[]; now: Date },
): void {
  if (stored !== null && stored !== "draft") throw fixed();
  if (!circumstances.subjects.some(({ key }) => key === input.subject)) {
    throw new Refusal("invalid", `Choose one ${input.kind} of your seat.`, "subject");
  }
  checkDueDay(input.dueOn, circumstances.now);
}

/** Refuses to share anything but a draft whose date is still ahead. */
export function checkShare(stored: { state: CommitmentState; dueOn: string }, now: Date): void {
  if (stored.state !== "draft") throw new Refusal("conflict", "This commitment was shared already.");
  checkDueDay(stored.dueOn, now);
}

/** Refuses to close what engineers have not read, and a second close. */
export function checkCloseCommitment(state: CommitmentState): void {
  if (state === "draft") throw new Refusal("conflict", "Only a shared commitment can be marked as kept or dropped.");
  if (state !== "shared") throw new Refusal("conflict", "This commitment is closed already.");
}

/** What the next cycle asks of the commitments of one report: those shared and not dropped, while the same person holds the seat. */
export const askedNext = (
  commitments: readonly Commitment[],
  holders: Record<Seat, { memberId: string } | null>,
): AskedCommitment[] =>
  commitments
    .filter(
      ({ state, seat, leaderId }) => (state === "shared" || state === "kept") && holders[seat]?.memberId === leaderId,
    )
    .map(({ quarter, seat, kind, action }) => ({ key: commitmentKey(quarter, seat, kind), seat, text: action }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
