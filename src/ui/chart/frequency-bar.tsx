import type { Distribution, Score } from "@/domain/report";
import { allowsShares } from "./score-words";

type Bin = Distribution[number];

/** Words of a bin from the answers it stands for; a merged bin says its whole span. */
export function binWords({ from, to }: Pick<Bin, "from" | "to">): string {
  if (from === 1) return to === 2 ? "never or rarely" : to === 3 ? "never to sometimes" : "all answers";
  if (from === 3) return to === 3 ? "sometimes" : "sometimes to almost always";
  return "often or almost always";
}

const binClass = ({ from, to }: Bin): string =>
  to === 2 ? "low" : from === 3 && to === 3 ? "mid" : from === 4 ? "high" : "merged";

/** How often, as one 100 % bar in three bins; below 20 answers, or where nearly all answers lie in one bin, a sentence instead (D5). */
export function FrequencyBar({ score, distribution }: { score: Score; distribution: Distribution | null }) {
  if (!allowsShares(score)) return <span className="shares-none">Mean only: shares are shown from 20 answers.</span>;
  if (distribution === null)
    return <span className="shares-none">Mean only: shares could tell what single people said.</span>;
  const bins = distribution.filter((bin) => bin.percent > 0);
  const spoken = distribution.map((bin) => `${binWords(bin)} ${bin.percent} percent`).join(", ");
  const merged = bins.filter((bin) => binClass(bin) === "merged");
  return (
    <>
      <div className="shares num" role="img" aria-label={spoken.charAt(0).toUpperCase() + spoken.slice(1)}>
        {bins.map((bin) => (
          <span key={bin.from} className={binClass(bin)} data-percent={bin.percent}>
            {bin.percent}
          </span>
        ))}
      </div>
      {merged.map((bin) => (
        <small key={bin.from} className="agreement num block">
          joined: {binWords(bin)} {bin.percent}
        </small>
      ))}
    </>
  );
}
