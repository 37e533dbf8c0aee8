import { z } from "zod";
import { Refusal } from "./errors";

/** Days between asking for a company's deletion and the deletion; until then any admin can call it off. */
export const deletionGraceDays = 7;

export const requestDeletionInput = z.object({ name: z.string().trim().min(1, "Type the company's name.") });

/** When a company whose deletion is asked for now will be gone; refuses another name than its own, and a second time. */
export function deletionDueAt(
  company: { name: string; deletionDueAt: Date | null },
  typedName: string,
  now: Date,
): Date {
  if (company.deletionDueAt) throw new Refusal("conflict", "This company is being deleted already.");
  if (typedName.toLowerCase() !== company.name.toLowerCase()) {
    throw new Refusal("invalid", `Type the company's name: ${company.name}.`, "name");
  }
  return new Date(now.getTime() + deletionGraceDays * 86_400_000);
}

/** Refuses to call off what nobody asked for, or what is due already. */
export function checkCallOff(dueAt: Date | null, now: Date): void {
  if (!dueAt) throw new Refusal("conflict", "Nobody asked for this company's deletion.");
  if (dueAt <= now) throw new Refusal("too-late", "The seven days are over. It cannot be called off any more.");
}

/** Refuses to open a cycle that would be deleted while it runs. */
export function checkNotLeaving(dueAt: Date | null): void {
  if (dueAt) throw new Refusal("conflict", "This company is about to be deleted. Call that off first.");
}
