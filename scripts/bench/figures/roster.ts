import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { foundCompany } from "../prepare/company";

const rows = 50_000;

/** A roster of the largest size allowed, through the admin's own three procedures. */
export const roster: Measurement = async ({ env }) => {
  const { slug, admin } = await foundCompany("roster", 10, new Date());
  const found = await runPart("roster", { company: slug, admin, rows }, env);
  if (found.joined !== rows) throw new Error(`${found.joined} people joined instead of ${rows}`);
  const { previewSeconds, showSeconds, applySeconds, peakMb } = found;
  const seconds = previewSeconds + showSeconds + applySeconds;
  const steps = [previewSeconds, showSeconds, applySeconds].map((part) => part.toFixed(1)).join(" + ");
  return [
    aimed({ what: "roster of 50,000 rows, preview and apply", value: seconds, unit: " s", atMost: 15, digits: 1 }),
    plain("  read + compare and show + apply", `${steps} s`),
    plain("  peak memory", `${peakMb.toFixed(0)} MB`),
  ];
};
