import type { AgendaItem } from "@/domain/agenda";
import { quarterLabel } from "@/domain/quarter";

const what: Record<AgendaItem["what"], string> = {
  draft: "The draft is made by the template",
  open: "Opens, and everybody is invited",
  reminder: "Reminder at 09:00 where each person is",
  casts: "Collecting ends, sealing begins, everybody gets a mail",
  close: "Closes and is counted",
  destroy: "Sealed ballots and keys are destroyed",
  release: "Reports are released to the leaders",
  board: "The board reads its page",
};

/** What will happen, in words. */
export const agendaText = (item: AgendaItem): string => `${quarterLabel(item.quarter)}: ${what[item.what]}`;

/** What the button that takes it back is called and says; null where it cannot be taken back here. */
export function undoText(item: AgendaItem): { label: string; consequence: string } | null {
  const quarter = quarterLabel(item.quarter);
  switch (item.undo) {
    case "pause-template":
      return { label: "Pause the template", consequence: "No further draft is made. Drafts that exist stay planned." };
    case "unplan-opening":
      return { label: "Do not open by itself", consequence: `${quarter} stays a draft until an admin opens it.` };
    case "stop-reminders":
      return { label: "Stop the reminders", consequence: `No reminder of ${quarter} goes out by itself any more.` };
    case "unplan-release":
      return { label: "Do not release by itself", consequence: `An admin releases the reports of ${quarter}.` };
    default:
      return null;
  }
}

/** Why something has no undo here. */
export function fixedText(item: AgendaItem): string {
  if (item.undo === "with-opening") return "Only if it opens.";
  if (item.what === "close") return "Announced to everybody; it can be closed earlier.";
  if (item.what === "board") return "A hold on the cycle’s page stops it.";
  return "Announced to everybody.";
}
