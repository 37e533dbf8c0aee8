import type { z } from "zod";
import { notFound, Refusal } from "@/domain/errors";
import { compareRoster } from "@/domain/roster-comparison";
import { endDraft, fixDraftRow } from "@/domain/roster-draft";
import type { applyRosterInput, discardRosterInput, fixRowInput, previewRosterInput } from "@/domain/roster-input";
import { recordAudit } from "@/server/audit/commands";
import type { Tenant } from "@/server/company/tenant";
import { withCompany } from "@/server/db/with-company";
import { readDraft, remapDraft } from "./draft";
import { comparisonFingerprint, getOpenImport, getRosterGround } from "./queries";
import { lockRoster, writeRoster } from "./write";

const endedDraftsKeptDays = 30;

const importKey = (tenant: Tenant, id: string) => ({ companyId_id: { companyId: tenant.companyId, id } });

/** Reads a file, or pasted text, or an earlier draft under other columns; stores it and returns its id. Nothing is in force. */
export async function previewRoster(
  tenant: Tenant,
  input: z.output<typeof previewRosterInput>,
): Promise<{ importId: string; rows: number }> {
  const { importId, columns, fileName } = input;
  if (importId !== undefined) return remapImport(tenant, importId, columns ?? []);
  const draft = readDraft(input);
  return withCompany(tenant, async (tx) => {
    const before = new Date(tenant.now.getTime() - endedDraftsKeptDays * 86_400_000);
    await tx.rosterImport.deleteMany({
      where: { companyId: tenant.companyId, createdAt: { lt: before }, content: { path: ["state"], not: "draft" } },
    });
    const created = await tx.rosterImport.create({
      data: { companyId: tenant.companyId, fileName, content: draft, createdAt: tenant.now },
      select: { id: true },
    });
    return { importId: created.id, rows: draft.rows.length };
  });
}

const remapImport = (tenant: Tenant, importId: string, columns: Parameters<typeof remapDraft>[1]) =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { draft } = await getOpenImport(tx, tenant, importId);
    await tx.rosterImport.update({ where: importKey(tenant, importId), data: { content: remapDraft(draft, columns) } });
    return { importId, rows: draft.rows.length };
  });

/** Writes a value over a row of the draft, or sets the row aside, or takes it back in. */
export const fixRow = (tenant: Tenant, input: z.output<typeof fixRowInput>): Promise<void> =>
  withCompany(tenant, async (tx) => {
    const { importId, line, leaveOut, fix } = input;
    await lockRoster(tx, tenant);
    const { draft } = await getOpenImport(tx, tenant, importId);
    if (!draft.rows.some((row) => row.line === line)) throw notFound();
    const content = fixDraftRow(draft, line, fix, leaveOut);
    await tx.rosterImport.update({ where: importKey(tenant, importId), data: { content } });
  });

/**
 * Puts an import in force, all of it or nothing, if it is still the comparison the admin saw. Rows that need a fix are
 * left out. A cycle that is open keeps the roster it was opened with.
 */
export const applyRoster = (tenant: Tenant, { importId, comparison: seen }: z.output<typeof applyRosterInput>) =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { fileName, draft } = await getOpenImport(tx, tenant, importId);
    const comparison = compareRoster(draft, await getRosterGround(tx, tenant));
    if (comparisonFingerprint(comparison) !== seen) {
      throw new Refusal(
        "conflict",
        "The roster or this import changed since you looked. Here is the new comparison: check it, then apply.",
        "comparison",
      );
    }
    await writeRoster(tx, tenant.companyId, comparison.changes);
    await tx.rosterImport.update({
      where: importKey(tenant, importId),
      data: { content: endDraft("applied", tenant.email, tenant.now) },
    });
    const { join, change, leave } = comparison.counts;
    await recordAudit(tx, tenant, "roster.apply", `${fileName}: ${join} joined, ${change} changed, ${leave} left`);
    return { join, change, leave };
  });

/** Throws a draft away; the roster stays as it is. */
export const discardRoster = (tenant: Tenant, { importId }: z.output<typeof discardRosterInput>): Promise<void> =>
  withCompany(tenant, async (tx) => {
    await lockRoster(tx, tenant);
    const { fileName } = await getOpenImport(tx, tenant, importId);
    await tx.rosterImport.update({
      where: importKey(tenant, importId),
      data: { content: endDraft("discarded", tenant.email, tenant.now) },
    });
    await recordAudit(tx, tenant, "roster.discard", fileName);
  });
