import { appClient } from "./client";
import { inTransaction, type Transaction } from "./transaction";

/** What commands and queries of one company are given. Row-level security shows them this company's rows only. */
export type CompanyTransaction = Transaction;

/** What belongs to no company: the directory of companies, sign-in, and the demo's mail. */
export type DirectoryTransaction = Pick<
  Transaction,
  "company" | "user" | "session" | "verificationToken" | "signInRequest" | "outboxMail" | "$queryRaw" | "$executeRaw"
>;

/** What a signed-in person may see before they chose a company: their own memberships. */
export type PersonTransaction = Pick<Transaction, "member" | "company">;

/** Runs work in one transaction that sees and writes the rows of one company and no other; all of it is kept, or nothing. */
export const withCompany = <Result>(
  tenant: { companyId: string },
  work: (tx: CompanyTransaction) => Promise<Result>,
): Promise<Result> => inTransaction(appClient(), { name: "app.company_id", value: tenant.companyId }, work);

/** Runs work in one transaction that may read the memberships of one mail address (lower case) in all companies. */
export const withPerson = <Result>(email: string, work: (tx: PersonTransaction) => Promise<Result>): Promise<Result> =>
  inTransaction(appClient(), { name: "app.email", value: email }, work);

/** Runs work in one transaction that sees no company's rows: the directory, users, sessions, sign-in tokens, demo mail. */
export const withDirectory = <Result>(work: (tx: DirectoryTransaction) => Promise<Result>): Promise<Result> =>
  inTransaction(appClient(), null, work);
