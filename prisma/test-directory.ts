import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { MappingRow } from "@/domain/directory-mapping";
import { withCompany } from "@/server/db/with-company";
import { scimApi } from "@/server/http/scim-api";
import { callerFor, tenantFor } from "./factories";

export const directoryNow = new Date("2031-01-10T09:00:00Z");
export const engineeringIs = (group: string, more: Partial<MappingRow> = {}): MappingRow => ({
  ...{ group, asks: "engineer", team: "", site: "", tenure: "" },
  ...more,
});

const userUrn = "urn:ietf:params:scim:schemas:core:2.0:User";
const patchUrn = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const patchOf = (...Operations: object[]) => ({ schemas: [patchUrn], Operations });

/** A clock that a test turns. */
export const directoryClock = { now: directoryNow };

/** The machine door alone, over real HTTP. */
export async function serveDirectory(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => void scimApi(request, response, directoryClock.now));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export type Reply = {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire
  body: any;
  headers: Headers;
};

/** A new company whose roster a directory is to lead. */
export async function directoryCompany(
  slug: string,
  origin: string,
  mapping: MappingRow[] = [engineeringIs("Engineering")],
) {
  const admin = `admin@${slug}.example`;
  await callerFor(null, directoryNow).company.signUp({
    ...{ name: `Company ${slug}`, slug, adminName: "Ada Admin", adminEmail: admin, mailDomains: [`${slug}.example`] },
  });
  const company = await directoryOf(slug, admin, origin);
  await company.caller().directory.saveMapping({ company: slug, mapping });
  return company;
}

/** A key for a company's directory, and what its directory and its admin may do. */
export async function directoryOf(slug: string, admin: string, origin: string) {
  const caller = () => callerFor(admin, directoryClock.now);
  const { token } = await caller().apiKey.create({ company: slug, name: "Directory", scopes: ["scim"], days: 30 });
  const page = () => caller().directory.get({ company: slug });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(`${origin}/scim/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json", ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text), headers: response.headers };
  };
  const { companyId } = await tenantFor(slug, admin, directoryClock.now);
  const mail = (local: string) => `${local}@${slug}.example`;
  const userOf = (local: string, more: object = {}) => ({
    ...{ schemas: [userUrn], externalId: `ext-${local}`, userName: mail(local), displayName: local, active: true },
    emails: [{ primary: true, type: "work", value: mail(local) }],
    ...more,
  });
  const member = (email: string) =>
    withCompany({ companyId }, (tx) => tx.member.findUnique({ where: { companyId_email: { companyId, email } } }));
  const make = async (local: string, more: object = {}): Promise<string> => {
    const made = await call("POST", "/Users", userOf(local, more));
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body.id;
  };
  const push = async (displayName: string, ids: readonly string[]): Promise<string> => {
    const made = await call("POST", "/Groups", { displayName, members: ids.map((value) => ({ value })) });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body.id;
  };
  const apply = async () => caller().directory.applyChanges({ company: slug, comparison: (await page()).comparison });
  return { slug, admin, companyId, token, caller, page, call, mail, userOf, member, make, push, apply };
}
export type DirectoryCompany = Awaited<ReturnType<typeof directoryOf>>;

/** So many engineers, from the directory, in force: the beginning of most stories. */
export async function withEngineers(
  company: DirectoryCompany,
  count: number,
): Promise<{ ids: string[]; group: string }> {
  const ids = await Promise.all(Array.from({ length: count }, (_, index) => company.make(`e${index}`)));
  const group = await company.push("Engineering", ids);
  await company.apply();
  return { ids, group };
}
