import { cycleNameSchema } from "@/domain/ballot";
import { getPublicRecord } from "@/server/cycle/record";
import { jsonDownload } from "../json-download";

/** The ledger of a closed cycle, one receipt a line; before closing there is none. */
export async function GET(_: Request, { params }: { params: Promise<{ cycle: string }> }): Promise<Response> {
  const { cycle } = await params;
  const record = cycleNameSchema.safeParse(cycle).success ? await getPublicRecord(cycle) : null;
  const text = record?.ledger ? `${JSON.stringify(record.ledger, null, 1)}\n` : null;
  return jsonDownload(text, `${cycle}-ledger.json`);
}
