import { Refusal } from "@/domain/errors";
import { type SliceName, sliceNames } from "@/domain/roster";
import { sliceLabel } from "@/domain/slice-plan";
import type { CompanyTransaction } from "@/server/db/with-company";
import { sliceChoices } from "./queries";

/** The chosen dimensions in the order of the domain; refused where no engineer on today's roster has a value. */
export async function checkedSlices(
  tx: CompanyTransaction,
  companyId: string,
  chosen: readonly SliceName[],
): Promise<SliceName[]> {
  const people = await tx.member.findMany({
    where: { companyId, group: "engineer" },
    select: { group: true, slices: true },
  });
  const possible = sliceChoices(people);
  const unknown = chosen.find((name) => !possible.includes(name));
  if (unknown)
    throw new Refusal("invalid", `No engineer on the roster has a ${sliceLabel[unknown].one}.`, "sliceNames");
  return sliceNames.filter((name) => chosen.includes(name));
}
