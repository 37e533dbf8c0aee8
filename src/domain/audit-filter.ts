import { z } from "zod";

/** A page of the audit log, of one actor and one action if they are given; pages count from zero. */
export const listAuditInput = z.object({
  page: z.number().int().min(0).max(10_000),
  actor: z.string().max(320).optional(),
  action: z.string().max(254).optional(),
});
