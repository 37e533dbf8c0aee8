import type { Phase } from "@/domain/cycle";
import { notFound } from "@/domain/errors";
import { quarterLabel } from "@/domain/quarter";
import { releaseStage } from "@/domain/release";
import { shareState, shareTokenSchema } from "@/domain/share";
import type { Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { assembleBoardPage } from "@/server/report/board-page";
import { hashShareToken } from "./token";

/** The links to a cycle's board page, newest first: whom they are for and whether they still open it. Never a token. */
export const listShares = (tenant: Tenant, quarter: string) =>
  withCompany(tenant, async (tx) => {
    const { companyId } = tenant;
    const cycle = await tx.cycle.findUnique({ where: { companyId_quarter: { companyId, quarter } } });
    if (!cycle) throw notFound();
    const facts = { ...cycle, phase: cycle.phase as Phase, tallied: cycle.phase === "released" };
    const shares = await tx.boardShare.findMany({
      where: { companyId, cycleId: cycle.id },
      orderBy: { createdAt: "desc" },
    });
    return {
      timeZone: await getTimeZone(tx, companyId),
      mayCreate: tenant.roles.includes("board") && releaseStage(facts, tenant.now) === "board",
      shares: shares.map((share) => ({
        id: share.id,
        label: share.label,
        createdBy: share.createdBy,
        createdAt: share.createdAt,
        expiresAt: share.expiresAt,
        state: shareState(share, tenant.now),
      })),
    };
  });

const dayMilliseconds = 86_400_000;

/**
 * The board page behind a link, for whoever has it, without a session; null for an unknown, expired or revoked link, another
 * company's, and anything else alike. An opening is written down once a day at most, with the label and nothing of the reader.
 */
export async function openBoardPack(slug: string, token: string, now: Date) {
  if (!shareTokenSchema.safeParse(token).success) return null;
  const company = await withDirectory((tx) => tx.company.findUnique({ where: { slug } }));
  if (!company) return null;
  const { id: companyId, name } = company;
  return withCompany({ companyId }, async (tx) => {
    const tokenHash = hashShareToken(token);
    // Locked, so that two readers at once write one line.
    await tx.$queryRaw`select 1 from board_share where company_id = ${companyId}::uuid and token_hash = ${tokenHash} for update`;
    const share = await tx.boardShare.findUnique({
      where: { companyId_tokenHash: { companyId, tokenHash } },
      include: { cycle: true },
    });
    if (!share || shareState(share, now) !== "open") return null;
    const facts = { ...share.cycle, phase: share.cycle.phase as Phase, tallied: share.cycle.phase === "released" };
    if (releaseStage(facts, now) !== "board") return null;
    const line = {
      companyId,
      actor: "a link to the board page",
      action: "share.open",
      subject: `${quarterLabel(share.cycle.quarter)}, opened by link ${share.label}`,
    };
    const since = new Date(now.getTime() - dayMilliseconds);
    if ((await tx.auditEntry.count({ where: { ...line, at: { gt: since } } })) === 0) {
      await tx.auditEntry.create({ data: { ...line, at: now } });
    }
    const { page } = await assembleBoardPage(tx, { companyId, name }, share.cycle);
    return { company: name, page };
  });
}
