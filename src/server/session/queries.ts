import { withDirectory } from "@/server/db/with-company";

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A person's sessions that are not over, this one first, with days and nothing else: no address, no browser is known. */
export const listSessions = (email: string, sessionId: string | undefined, now: Date) =>
  withDirectory(async (tx) => {
    const sessions = await tx.session.findMany({
      where: { user: { email }, expires: { gt: now } },
      orderBy: [{ lastUsedOn: "desc" }, { createdOn: "desc" }, { id: "asc" }],
    });
    const ids = sessions.flatMap(({ signOnCompany }) => signOnCompany ?? []);
    const companies = await tx.company.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const views = sessions.map(({ id, createdOn, lastUsedOn, expires, signOnCompany }) => ({
      id,
      createdOn: day(createdOn),
      lastUsedOn: day(lastUsedOn),
      endsOn: day(expires),
      /** The company through whose own sign-in it came; null: by a link from a mail. */
      through: companies.find((company) => company.id === signOnCompany)?.name ?? null,
      isThis: id === sessionId,
    }));
    return views.sort((one, other) => Number(other.isThis) - Number(one.isThis));
  });
