import type { CommentQuestion } from "./answers";
import { type AskedCommitment, commitmentStatement } from "./commitment-statement";
import form from "./instruments/2026-1-ballot.json" with { type: "json" };
import type { RaterGroup } from "./rater-group";
import type { Seat } from "./seat";
import type { SeatState } from "./seat-schema";

export type FormItem = { key: string; text: string; scale: "freq5" | "effect5" };

/** The sheet one rater fills in; empty lists where a seat is vacant or one person holds both. */
export type BallotForm = {
  responsibilities: Record<Seat, FormItem[]>;
  behaviours: Record<Seat, FormItem[]>;
  pair: FormItem[];
  /** Null for a vacant seat. */
  overall: Record<Seat, FormItem | null>;
  activities: { key: string; text: string }[];
  questions: Record<Seat, { key: CommentQuestion; text: string }[]>;
};

type CompactItem = (typeof form.items)[number];
type ScalePoint = { value: number; label: string; hint?: string };

/** The answer words of the two scales, with the words for "cannot tell". */
export const formScales: Record<FormItem["scale"], { points: ScalePoint[]; na: string }> = form.scales;
/** The sentences that stand above the statements, above who-does-what and above the page about the two together. */
export const formStems = form.stems;

const titles: Record<Seat, string> = { cto: "the CTO", vpe: "the VPoE" };

const withTitles = (template: string): string =>
  template.replace(/\{(cto|vpe)\}/g, (_, seat: Seat, offset: number) =>
    offset === 0 ? titles[seat].replace("the", "The") : titles[seat],
  );

/**
 * What a group is asked, given who sits where: no items for a vacant seat, none about the pair unless two people hold the
 * two seats. Engineers are asked first whether a leader did what was announced.
 */
export function ballotForm(
  group: RaterGroup,
  seats: { cto: SeatState; vpe: SeatState; onePerson: boolean },
  commitments: readonly AskedCommitment[] = [],
): BallotForm {
  const held = (seat: Seat): boolean => seats[seat].kind === "held";
  const twoPeople = held("cto") && held("vpe") && !seats.onePerson;
  const asked = (about: CompactItem["about"]): boolean =>
    about === "pair" ? twoPeople : held(about === "cto" ? "cto" : "vpe");
  const items = (about: Seat | "pair", part: "responsibility" | "behaviour" | "overall"): FormItem[] =>
    form.items
      .filter((item) => item.about === about && item.part === part && asked(about))
      .flatMap((item) => {
        const template = item[group];
        const scale = item.scale === "effect5" ? "effect5" : "freq5";
        return template === null ? [] : [{ key: item.key, text: withTitles(template), scale }];
      });
  const announced = (about: Seat): FormItem[] =>
    commitments
      .filter(({ seat }) => group === "engineer" && seat === about && asked(about))
      .map(({ key, seat, text }) => ({ key, text: commitmentStatement(seat, text), scale: "freq5" }));
  const responsibilities = (seat: Seat): FormItem[] => [...announced(seat), ...items(seat, "responsibility")];
  const questions = (seat: Seat): { key: CommentQuestion; text: string }[] =>
    held(seat)
      ? form.questions.map(({ key, text }) => ({
          key: key as CommentQuestion,
          text: text.replace("{leader}", titles[seat]),
        }))
      : [];
  return {
    responsibilities: { cto: responsibilities("cto"), vpe: responsibilities("vpe") },
    behaviours: { cto: items("cto", "behaviour"), vpe: items("vpe", "behaviour") },
    pair: items("pair", "responsibility"),
    overall: { cto: items("cto", "overall")[0] ?? null, vpe: items("vpe", "overall")[0] ?? null },
    activities: form.activities,
    questions: { cto: questions("cto"), vpe: questions("vpe") },
  };
}
