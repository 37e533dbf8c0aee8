import { tallyCycle } from "@/server/tally/commands";

/** Counts one closed cycle: seconds, and the most memory this process ever held, in MB. */
export async function run(cycle: { companyId: string; cycleId: string }): Promise<{ seconds: number; peakMb: number }> {
  const begun = performance.now();
  const due = await tallyCycle(cycle);
  const seconds = (performance.now() - begun) / 1000;
  if (!due) throw new Error("there was nothing to tally");
  return { seconds, peakMb: process.resourceUsage().maxRSS / 1024 };
}
