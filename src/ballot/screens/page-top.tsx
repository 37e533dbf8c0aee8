import type { Seat } from "@/domain/seat";
import { seatLabel } from "@/domain/seat";
import { figures } from "@/ui/kit/figures";

type Props = {
  index: number;
  count: number;
  detail: string;
  minutes: number;
  about?: Seat | "pair" | undefined;
  stem?: string | undefined;
};

/** Where the rater is, how long it still takes, and whom the page is about; stays in view. */
export function PageTop({ index, count, detail, minutes, about, stem }: Props) {
  const title = about === "pair" ? "The two together" : about && seatLabel[about].title;
  return (
    <header className="stick">
      <div className="top">
        <span>
          {figures(`Page ${index + 1} of ${count}`)}
          {detail && ` · ${figures(detail)}`}
        </span>
        <span>about {minutes} min left</span>
      </div>
      <div
        className="bar"
        role="progressbar"
        aria-label="Pages"
        aria-valuemin={0}
        aria-valuemax={count}
        aria-valuenow={index + 1}
        aria-valuetext={`Page ${index + 1} of ${count}`}
      >
        {Array.from({ length: count }, (_, page) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its position
          <i key={page} className={page < index ? "done" : page === index ? "now" : ""} />
        ))}
      </div>
      {title && stem && (
        <div className={`about ${about}`}>
          <b>{title}</b>
          <span>{stem}</span>
        </div>
      )}
    </header>
  );
}
