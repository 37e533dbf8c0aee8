import { callerFor } from "../../../prisma/factories";

type Input = { company: string; admin: string; rows: number };
type Found = { previewSeconds: number; showSeconds: number; applySeconds: number; joined: number; peakMb: number };

/** Reads, shows and applies a roster as an admin does; seconds of each step and this process's peak memory in MB. */
export async function run({ company, admin, rows }: Input): Promise<Found> {
  const lines = Array.from({ length: rows }, (_, index) => {
    const team = `Team ${index % 200}`;
    return `"Engineer Number ${index}",engineer.number.${index}@${company}.example,engineer,${team}`;
  });
  const text = ["name,email,group,team", ...lines].join("\n");
  const caller = callerFor(admin, new Date());
  const timed = async <Result>(work: () => Promise<Result>) => {
    const begun = performance.now();
    const result = await work();
    return { result, seconds: (performance.now() - begun) / 1000 };
  };
  const preview = await timed(() => caller.roster.preview({ company, fileName: "roster.csv", text }));
  const { importId } = preview.result;
  const shown = await timed(() => caller.roster.import({ company, importId, filter: "changes", page: 1 }));
  const { comparison } = shown.result;
  const applied = await timed(() => caller.roster.applyImport({ company, importId, comparison }));
  return {
    previewSeconds: preview.seconds,
    showSeconds: shown.seconds,
    applySeconds: applied.seconds,
    joined: applied.result.join,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}
