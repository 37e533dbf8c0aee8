import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const filesSchema = z.array(z.object({ path: z.string(), sha256: z.string() }));

/** The files of the ballot page with their SHA-256, as the build wrote them down; they go into every manifest. */
export async function ballotPageFiles(): Promise<{ path: string; sha256: string }[]> {
  const text = await readFile(join(process.cwd(), "public", "ballot", "files.json"), "utf8");
  return filesSchema.parse(JSON.parse(text)).map(({ path, sha256 }) => ({ path, sha256 }));
}
