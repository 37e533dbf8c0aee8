import { z } from "zod";
import type { Seat } from "@/domain/seat";
import { assignSeatInput } from "@/domain/seat-assignment";

const arrangements = ["two-people", "one-person", "cto-only", "vpe-only"] as const;
export type Arrangement = (typeof arrangements)[number];

const person = assignSeatInput.pick({ name: true, email: true });
const typed = z.object({ name: z.string(), email: z.string() });

/** Which persons an arrangement asks for; one person in both seats is typed once, as the CTO. */
export const askedFor: Record<Arrangement, readonly Seat[]> = {
  "two-people": ["cto", "vpe"],
  "one-person": ["cto"],
  "cto-only": ["cto"],
  "vpe-only": ["vpe"],
};

/** The form of the two seats; only the persons that the arrangement asks for are checked. */
export const seatsFormSchema = z
  .object({ arrangement: z.enum(arrangements), cto: typed, vpe: typed })
  .superRefine((values, context) => {
    for (const seat of askedFor[values.arrangement]) {
      for (const issue of person.safeParse(values[seat]).error?.issues ?? []) {
        context.addIssue({ code: "custom", path: [seat, ...issue.path], message: issue.message });
      }
    }
    const sameAddress = values.cto.email.trim().toLowerCase() === values.vpe.email.trim().toLowerCase();
    if (values.arrangement === "two-people" && sameAddress && values.cto.email.trim() !== "") {
      context.addIssue({
        code: "custom",
        path: ["vpe", "email"],
        message: "This is the same address. Choose “One person holds both seats” above.",
      });
    }
  });
export type SeatsForm = z.infer<typeof seatsFormSchema>;

/** What must be done to bring the seats into the typed arrangement: a person for each seat, or nobody. */
export function seatChanges(values: SeatsForm): Record<Seat, { name: string; email: string } | null> {
  const { arrangement, cto, vpe } = values;
  if (arrangement === "two-people") return { cto, vpe };
  if (arrangement === "one-person") return { cto, vpe: cto };
  return arrangement === "cto-only" ? { cto, vpe: null } : { cto: null, vpe };
}

/** How the seats are held now; an empty company starts with two people. */
export function arrangementOf(seats: Record<Seat, { memberId: string } | null>): Arrangement {
  const { cto, vpe } = seats;
  if (cto && vpe) return cto.memberId === vpe.memberId ? "one-person" : "two-people";
  if (cto) return "cto-only";
  return vpe ? "vpe-only" : "two-people";
}
