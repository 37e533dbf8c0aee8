import type { Role } from "@/domain/access";
import {
  type ApiKeyRefusalCode,
  type ApiScope,
  apiKeyRefusals,
  apiKeyState,
  apiScopes,
  mayHold,
  scopesFor,
} from "@/domain/api-key";
import { parseApiKeyToken } from "@/domain/api-key-token";
import { type Seat, seats } from "@/domain/seat";
import { proveTenant, type Tenant } from "@/server/company/tenant";
import { getTimeZone } from "@/server/company/time-zone";
import { withCompany } from "@/server/db/with-company";
import { hashApiKey } from "./token";

/** A key's program, acting for the key's maker with what the maker may do now, or why it may not, ready for the wire. */
export type FoundApiKey =
  | { kind: "key"; tenant: Tenant; key: { id: string; name: string; scopes: ApiScope[]; expiresAt: Date } }
  | { kind: "refused"; status: 401 | 403; code: ApiKeyRefusalCode; message: string; wwwAuthenticate: string };

/** A refusal with the header of RFC 6750: no error for nobody, invalid_token for no key, insufficient_scope for too little. */
function refused(code: ApiKeyRefusalCode, scope?: string): FoundApiKey & { kind: "refused" } {
  const { status, message: sentence } = apiKeyRefusals[code];
  const message =
    code === "scope-missing" && scope !== undefined ? `${sentence} It needs the scope ${scope}.` : sentence;
  const error = status === 403 ? "insufficient_scope" : code === "key-missing" ? null : "invalid_token";
  const parts = [
    'Bearer realm="tandem"',
    ...(error ? [`error="${error}"`, `error_description="${message.replaceAll(/[^\x20-\x7e]|["\\]/g, "")}"`] : []),
    ...(error === "insufficient_scope" && scope !== undefined ? [`scope="${scope}"`] : []),
  ];
  return { kind: "refused", status, code, message, wwwAuthenticate: parts.join(", ") };
}

const readKey = (companyId: string, token: string) =>
  withCompany({ companyId }, (tx) =>
    tx.apiKey.findUnique({
      where: { companyId_tokenHash: { companyId, tokenHash: hashApiKey(token) } },
      include: {
        member: { include: { company: true, seatTenures: { where: { endedAt: null }, select: { seat: true } } } },
      },
    }),
  );

type KeyRow = NonNullable<Awaited<ReturnType<typeof readKey>>>;

function rolesOf({ member }: KeyRow): Role[] {
  if (member.erasedAt) return [];
  const held = (seat: Seat) => member.seatTenures.some((tenure) => tenure.seat === seat);
  return [
    "member",
    ...(member.admin ? ["admin" as const] : []),
    ...(member.board ? ["board" as const] : []),
    ...seats.filter(held),
  ];
}

/** Notes the day of use; a day that is noted costs nothing more, so no order of requests is kept. */
async function noteUse(key: KeyRow, now: Date): Promise<void> {
  const today = new Date(now.toISOString().slice(0, 10));
  if (key.lastUsedOn && key.lastUsedOn >= today) return;
  await withCompany(key, (tx) =>
    tx.apiKey.updateMany({ where: { companyId: key.companyId, id: key.id }, data: { lastUsedOn: today } }),
  );
}

/**
 * Whom a token acts for, if it may do what the scope is for; null asks for no scope beyond a key that works. The token
 * names its company, so it is looked up among that company's rows and no others.
 */
export async function findApiKey(token: string | null, scope: ApiScope | null, now: Date): Promise<FoundApiKey> {
  if (token === null) return refused("key-missing");
  const parsed = parseApiKeyToken(token);
  if (parsed.kind !== "token") return refused("key-malformed");
  const row = await readKey(parsed.companyId, token);
  if (!row) return refused("key-unknown");
  const state = apiKeyState(row, now);
  if (state !== "active") return refused(state === "expired" ? "key-expired" : "key-revoked");
  const scopes = row.scopes.filter((name): name is ApiScope => name in apiScopes);
  if (scope !== null && !(scope in apiScopes)) return refused("scope-unknown");
  if (scope !== null && !scopes.includes(scope)) return refused("scope-missing", scope);
  const roles = rolesOf(row);
  const mayStill = scope === null ? scopesFor(roles).some((its) => scopes.includes(its)) : mayHold(roles, scope);
  if (!mayStill) return refused("maker-may-not", scope ?? undefined);
  await noteUse(row, now);
  const { companyId, memberId, member, id, name, expiresAt } = row;
  const { slug, name: companyName } = member.company;
  const tenant = proveTenant({
    ...{ companyId, slug, memberId, roles, now, name: companyName, email: member.email },
    via: `API key “${name}”`,
  });
  return { kind: "key", tenant, key: { id, name, scopes, expiresAt } };
}

/** The keys an admin sees, all of them, or a leader or board member, their own; newest first. Never a token. */
export const listApiKeys = (tenant: Tenant) =>
  withCompany(tenant, async (tx) => {
    const { companyId, memberId, now } = tenant;
    const all = tenant.roles.includes("admin");
    const keys = await tx.apiKey.findMany({
      where: { companyId, ...(all ? {} : { memberId }) },
      include: { member: { select: { name: true } } },
      orderBy: [{ createdAt: "desc" }, { name: "asc" }],
    });
    return {
      timeZone: await getTimeZone(tx, companyId),
      mayChoose: scopesFor(tenant.roles),
      seesAll: all,
      keys: keys.map(({ id, name, scopes, member, createdAt, expiresAt, lastUsedOn, ...key }) => ({
        ...{ id, name, scopes, createdAt, expiresAt },
        madeBy: key.memberId === memberId ? "You" : member.name,
        lastUsedOn: lastUsedOn?.toISOString().slice(0, 10) ?? null,
        state: apiKeyState({ expiresAt, revokedAt: key.revokedAt }, now),
      })),
    };
  });
