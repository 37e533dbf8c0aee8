import { z } from "zod";

/** Parts of a company's file, in its order. What an admin may not read, scores, comments and ratings, is in none of them. */
export const exportParts = [
  "members",
  "directoryPeople",
  "directoryGroups",
  "seats",
  "cycles",
  "rosters",
  "mails",
  "commitments",
  "events",
  "boardLinks",
  "apiKeys",
  "reportedComments",
  "singleSignOn",
  "verifiedDomains",
  "notificationAddresses",
  "notifications",
  "auditLog",
] as const;
export type ExportPart = (typeof exportParts)[number];

/** Rows read at once; a large company's file is written piece by piece. */
export const exportPageSize = 500;

export const exportPageInput = z.object({ part: z.enum(exportParts), page: z.number().int().min(0).max(100_000) });

/** What the file says about what is not in it. */
export const notInCompanyExport = [
  "Scores, reports, comments and the leaders' own ratings: admins do not read them. Leaders and board members take their own pages along.",
  "Answers, and who gave any: ballots hold no person, and are destroyed seven days after a cycle closes.",
  "Who collected a ballot: admins see it in steps of 5 % only.",
  "Private keys, API keys themselves, addresses and secrets of notifications, the client secret of single sign-on, sign-in links and sessions.",
] as const;

/** One JSON document, written piece by piece from pages of rows; a part ends with the first page that is not full. */
export async function* companyDocument(
  head: object,
  pageOf: (part: ExportPart, page: number) => Promise<readonly object[]>,
): AsyncGenerator<string> {
  yield JSON.stringify(head, null, 1).replace(/\n\}$/, "");
  for (const part of exportParts) {
    yield `,\n "${part}": [`;
    let first = true;
    for (let page = 0; ; page += 1) {
      const rows = await pageOf(part, page);
      for (const row of rows) {
        yield `${first ? "" : ","}\n  ${JSON.stringify(row)}`;
        first = false;
      }
      if (rows.length < exportPageSize) break;
    }
    yield "\n ]";
  }
  yield "\n}\n";
}
