import { z } from "zod";

/** How long a link to a board pack may live, in days. */
export const shareDays = [1, 7, 30] as const;

export const createShareInput = z.object({
  label: z.string().trim().min(2, "Say whom the link is for.").max(60, "Use at most 60 characters."),
  days: z.union(
    shareDays.map((days) => z.literal(days)),
    "Choose 1, 7 or 30 days.",
  ),
});

/** 32 random bytes in base64url without padding: what a link carries, shown once. */
export const shareTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export type ShareState = "open" | "expired" | "revoked";

/** Whether a link still opens its page; a revoked one stays revoked whatever its date. */
export function shareState(share: { expiresAt: Date; revokedAt: Date | null }, now: Date): ShareState {
  if (share.revokedAt !== null) return "revoked";
  return share.expiresAt <= now ? "expired" : "open";
}
