import { z } from "zod";
import { raterGroupSchema } from "@/domain/rater-group";
import { moment, named, nextCursor, said } from "./schemas";

const phase = z.enum(["draft", "open", "closed", "released"]);
const when = moment.nullable();
const cycleFields = {
  quarter: z.string(),
  name: said("Its public name, under which its record can be verified.", z.string()),
  phase,
  opensAt: when,
  closesAt: moment,
  closedAt: when,
  releasedAt: when,
};
const listed = {
  quarter: "2026-Q2",
  name: "norrvik-2026-q2",
  phase: "open" as const,
  opensAt: "2026-05-04T07:00:00.000Z",
  closesAt: "2026-05-18T15:00:00.000Z",
  closedAt: null,
  releasedAt: null,
};

export const cycleList = named(
  "CycleList",
  "Cycles, newest first.",
  z.object({ items: z.array(z.object(cycleFields)), nextCursor }),
  { items: [listed], nextCursor: null },
);

export const cycleSchema = named(
  "Cycle",
  "One cycle. Who collected or cast a ballot is in no answer of this interface.",
  z.object({
    ...cycleFields,
    castsFrom: said("Where there are two windows, when sealing begins.", when),
    plannedOpensAt: when,
    plannedReleaseAt: when,
    openingProblem: said("Why a planned opening did not happen.", z.string().nullable()),
    manifestHash: said("Fingerprint of the manifest, from opening on.", z.string().nullable()),
  }),
  {
    ...listed,
    castsFrom: null,
    plannedOpensAt: null,
    plannedReleaseAt: null,
    openingProblem: null,
    manifestHash: "9f3c1e0a5b7d2c4e8f6a1b3d5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f3a5b7c9d1e",
  },
);

export const draftSchema = named(
  "CycleDraft",
  "The dates of a draft.",
  z.object({
    closesAt: said("When it closes by itself: 1 to 31 days after opening.", moment),
    castsFrom: said(
      "For two windows, when sealing begins; null or left out: one sitting. Each window is at least a day long.",
      moment.nullable().optional(),
    ),
  }),
  { closesAt: "2026-05-18T15:00:00Z" },
);

export const openingCheckSchema = named(
  "OpeningCheck",
  "What a person is told before they open a draft: what stops it, what will be heard, what will be merged.",
  z.object({
    mayOpen: z.boolean(),
    findings: z.array(z.object({ level: z.enum(["ok", "note", "stop"]), title: z.string(), detail: z.string() })),
    groups: z.array(z.object({ group: raterGroupSchema, invited: z.number().int() })),
  }),
  {
    mayOpen: true,
    findings: [
      {
        level: "ok",
        title: "31 engineers, one group.",
        detail: "Scores need 5 answers, comments 10, a three-part distribution 20.",
      },
    ],
    groups: [{ group: "engineer", invited: 31 }],
  },
);

const percent = z.number().int();
const participationFields = z.object({
  quarter: z.string(),
  phase,
  groups: z.array(
    z.object({
      group: raterGroupSchema,
      invited: z.number().int(),
      participation: said(
        "few: fewer than 5. enough: at least 5, in a group so small that a step would be a head count. steps: ballots collected, in steps of 5 %. exact: answers, as the released report says them.",
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("few") }),
          z.object({ kind: z.literal("enough") }),
          z.object({ kind: z.literal("steps"), percent }),
          z.object({ kind: z.literal("exact"), answers: z.number().int(), percent }),
        ]),
      ),
    }),
  ),
});
const taking: z.input<typeof participationFields> = {
  quarter: "2026-Q2",
  phase: "open",
  groups: [{ group: "engineer", invited: 31, participation: { kind: "steps", percent: 45 } }],
};

export const participationSchema = named(
  "Participation",
  "How many of a cycle have collected a ballot, exactly as the pages show it; never who, and never when.",
  participationFields,
  taking,
);

export const participationList = named(
  "ParticipationList",
  "Participation of the opened cycles of two years, newest first.",
  z.object({ items: z.array(participationSchema), nextCursor }),
  { items: [taking], nextCursor: null },
);
