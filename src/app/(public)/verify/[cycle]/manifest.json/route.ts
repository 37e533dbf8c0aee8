import { cycleNameSchema } from "@/domain/ballot";
import { findPublicCycle } from "@/server/cycle/public-cycle";
import { jsonDownload } from "../json-download";

/** The manifest byte for byte: its SHA-256 is the fingerprint in every invitation. */
export async function GET(_: Request, { params }: { params: Promise<{ cycle: string }> }): Promise<Response> {
  const { cycle } = await params;
  const found = cycleNameSchema.safeParse(cycle).success ? await findPublicCycle(cycle) : null;
  return jsonDownload(found?.manifestText ?? null, `${cycle}-manifest.json`);
}
