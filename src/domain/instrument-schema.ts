import { z } from "zod";
import { seatSchema } from "./seat-schema";

const subjectSchema = z.enum(["cto", "vpe", "pair"]);
const text = z.string().min(1);
const wordingText = text.nullable();

const wordingGroupSchema = z.enum([
  "self",
  "self_cto",
  "self_vpe",
  "engineer",
  "direct_report",
  "peer_exec",
  "ceo",
  "board",
]);
/** Who reads a sentence; for statements about the pair each leader has a wording of their own. */
export type WordingGroup = z.infer<typeof wordingGroupSchema>;

const itemSchema = z.strictObject({
  id: text,
  key: text.max(40),
  about: subjectSchema,
  dimension: text,
  /** 1: more often is better; -1: more often is worse. */
  polarity: z.union([z.literal(1), z.literal(-1)]),
  tier: z.enum(["core", "deep"]),
  core_for: z.array(wordingGroupSchema).optional(),
  deck: z.array(text),
  scale: z.enum(["freq5", "effect5"]),
  wording: z.partialRecord(wordingGroupSchema, wordingText),
  translator_note: text.optional(),
  source: text.optional(),
});
export type InstrumentItem = z.infer<typeof itemSchema>;

const patternSchema = z.strictObject({
  key: text,
  role: seatSchema,
  deck_name: text,
  deck_ref: text,
  neutral_label: text,
  name_note: text.nullable(),
  speakers_said: z.looseObject({ status: text, text: text.nullish(), source: text.nullish() }),
  interpretation: text,
  description: text,
  early_signs: z.array(text).min(1),
  team_view: text,
  healthy_opposite: text,
  remedies: z.array(text).length(3),
  not_to_confuse_with: text,
  items: z.array(text).length(3),
});

const pointsScaleSchema = z.strictObject({
  type: text,
  points: z
    .array(
      z.strictObject({ value: z.number().int().min(1).max(5), label: text, hint: text.optional(), score: z.number() }),
    )
    .length(5),
  na: z.strictObject({ value: z.null(), code: text, label: text }),
  stem: text.optional(),
});

const activitySchema = z.strictObject({
  id: text,
  key: text.max(40),
  text,
  owner_by_deck: z.enum(["cto", "vpe", "both"]),
  deck: z.array(text).min(1),
});

const questionSchema = z.strictObject({
  key: z.enum(["start", "stop", "continue"]),
  text: z.strictObject({ rater: text, self: text }),
});

/** A questionnaire as versioned data: everything that is asked, and what stands behind it. */
export const instrumentSchema = z.strictObject({
  instrument: z.looseObject({ name: text, version: text, language: z.literal("en") }),
  roles: z.array(
    z.strictObject({
      key: subjectSchema,
      label: text,
      short: text,
      failure_statement: text.optional(),
      deck_ref: text.optional(),
    }),
  ),
  forms: z.looseObject({
    standard: z.looseObject({ closed_items_both_leaders: z.number(), closed_items_one_leader: z.number() }),
  }),
  scoring: z.looseObject({}),
  scales: z.strictObject({
    freq5: pointsScaleSchema,
    effect5: pointsScaleSchema,
    who5: z.strictObject({
      type: text,
      options: z.array(z.strictObject({ code: text, label: text })).length(5),
      stem: text,
    }),
  }),
  rater_groups: z.array(z.looseObject({ key: text })),
  dimensions: z.array(z.strictObject({ key: text, about: z.union([subjectSchema, z.literal("each")]), label: text })),
  deck: z.array(z.strictObject({ ref: text, text, type: text })),
  items: z.array(itemSchema),
  who_does_what: z.looseObject({ activities: z.array(activitySchema) }),
  open_questions: z.looseObject({ notice: text, questions: z.array(questionSchema).length(3) }),
  anti_patterns: z.array(patternSchema),
});
export type Instrument = z.infer<typeof instrumentSchema>;
