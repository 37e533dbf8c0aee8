import { boardRows } from "@/domain/export-board";
import { pairRows } from "@/domain/export-pair";
import { planRows } from "@/domain/export-plan";
import type { ExportRow } from "@/domain/export-row";
import { seatRows } from "@/domain/export-seat";
import { seatSchema } from "@/domain/seat-schema";
import type { createCaller } from "@/server/api/root";

/** Pages of a report that can be taken along. */
export const exportPages = ["cto", "vpe", "pair", "board"] as const;
export type ExportPage = (typeof exportPages)[number];

type Ref = { company: string; quarter: string };

/** A page of a report as lines, read through the same gate as the page itself, and when the cycle was released. */
export async function readExport(
  { report, commitment }: Pick<ReturnType<typeof createCaller>, "report" | "commitment">,
  page: ExportPage,
  ref: Ref,
): Promise<{ rows: ExportRow[]; releasedAt: Date | null }> {
  const seat = seatSchema.safeParse(page);
  if (seat.success) {
    const own = { ...ref, seat: seat.data };
    const [data, plan] = await Promise.all([report.seat(own), commitment.list(own)]);
    return { rows: [...seatRows(data), ...planRows(plan)], releasedAt: data.cycle.releasedAt };
  }
  if (page === "pair") {
    const data = await report.pair(ref);
    return { rows: pairRows(data), releasedAt: data.cycle.releasedAt };
  }
  const data = await report.board(ref);
  return { rows: boardRows(data.page), releasedAt: data.cycle.releasedAt };
}
