import { tallyClient } from "./client";
import { inTransaction, type Transaction } from "./transaction";

/** What the tally and the destruction of one company's cycles are given: the only way to sealed envelopes. */
export type TallyTransaction = Transaction;

/** Runs work in one transaction on the tally's own database role; sees one company only. May take five minutes. */
export const withTally = <Result>(
  companyId: string,
  work: (tx: TallyTransaction) => Promise<Result>,
): Promise<Result> => inTransaction(tallyClient(), { name: "app.company_id", value: companyId }, work, 300);
