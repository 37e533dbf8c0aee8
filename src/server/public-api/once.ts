import { createHash } from "node:crypto";
import { idempotencyHours } from "@/domain/api-key";
import { withCompany } from "@/server/db/with-company";
import { ApiProblem } from "./problem";

/** One request that named itself: whose, under which name, and what it asks for. */
export type NamedRequest = { companyId: string; apiKeyId: string; name: string; asks: string };
type Answered = { status: number; kept: unknown };

/** Longer than any request of ours runs: whoever began it is gone. */
const abandonedSeconds = 120;
const fieldName = "Idempotency-Key";

const hash = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

/** The name in an Idempotency-Key header: a string of structured fields, or the same without its quotation marks. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const written = String(header).trim();
  const quoted = /^"((?:[ !#-[\]-~]|\\["\\]){1,255})"$/.exec(written)?.[1]?.replaceAll(/\\(.)/g, "$1");
  const name = quoted ?? /^[!#-+\--:<-[\]-~]{1,255}$/.exec(written)?.[0];
  if (name !== undefined) return name;
  const message = "Send one string of 1 to 255 characters, for example a UUID.";
  throw new ApiProblem("invalid", undefined, [{ field: fieldName, message }]);
}

const keyOf = ({ companyId, apiKeyId, name }: NamedRequest) => ({ companyId, apiKeyId, keyHash: hash(name) });

/** Takes a request up if nobody did, or answers what came of it; refuses while it runs, or if it asks for something else. */
const takeUp = (request: NamedRequest, now: Date): Promise<Answered | null> =>
  withCompany(request, async (tx) => {
    const { companyId } = request;
    const key = keyOf(request);
    const before = (seconds: number) => ({ lt: new Date(now.getTime() - seconds * 1000) });
    await tx.apiRequest.deleteMany({ where: { companyId, createdAt: before(idempotencyHours * 3600) } });
    const requestHash = hash(request.asks);
    const made = await tx.apiRequest.createMany({
      data: [{ ...key, requestHash, createdAt: now }],
      skipDuplicates: true,
    });
    if (made.count === 1) return null;
    const found = await tx.apiRequest.findUnique({ where: { companyId_apiKeyId_keyHash: key } });
    if (!found) throw new ApiProblem("request-in-progress", undefined, [], { "retry-after": "1" });
    if (!Buffer.from(found.requestHash).equals(requestHash)) throw new ApiProblem("idempotency-key-reused");
    if (found.status !== null) return { status: found.status, kept: found.kept };
    const taken = await tx.apiRequest.updateMany({
      where: { ...key, status: null, createdAt: before(abandonedSeconds) },
      data: { createdAt: now },
    });
    if (taken.count === 1) return null;
    throw new ApiProblem("request-in-progress", undefined, [], { "retry-after": "1" });
  });

const settle = (request: NamedRequest, answered: Answered | null): Promise<void> =>
  withCompany(request, async (tx) => {
    const where = keyOf(request);
    if (answered === null) await tx.apiRequest.deleteMany({ where: { ...where, status: null } });
    else await tx.apiRequest.updateMany({ where, data: { status: answered.status, kept: answered.kept ?? {} } });
  });

/**
 * Does what a named request asks for once within a day, and answers what came of it whenever it comes again (null: it is done
 * now). What was refused did nothing and is not kept, so the same name may try again.
 */
export async function doOnce<Result extends { status: number }>(
  request: NamedRequest,
  now: Date,
  work: () => Promise<Result>,
  keep: (result: Result) => unknown,
): Promise<{ result: Result } | { again: Answered }> {
  const before = await takeUp(request, now);
  if (before) return { again: before };
  try {
    const result = await work();
    await settle(request, { status: result.status, kept: keep(result) });
    return { result };
  } catch (error) {
    await settle(request, null);
    throw error;
  }
}
