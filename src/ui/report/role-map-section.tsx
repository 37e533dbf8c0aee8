import type { RoleMap } from "@/domain/report";
import { RoleMapGrid } from "@/ui/chart/role-map-grid";
import { Withheld } from "@/ui/chart/withheld";
import { figures } from "@/ui/kit/figures";
import { RoleMapNumbers } from "./role-map-numbers";
import { Section } from "./section";

/** Who mostly does what: three numbers from 5 answers, the map itself from 20. */
export function RoleMapSection({
  map,
  title = "Who mostly does what",
  sentences,
  onePerson = false,
}: {
  map: RoleMap;
  title?: string;
  /** What stands out, in words, above the map. */
  sentences: readonly string[];
  /** One person in both seats acts as nobody else: the three numbers would mean nothing. */
  onePerson?: boolean;
}) {
  return (
    <Section
      title={title}
      legend={
        map.kind === "shown" && map.rows !== null ? (
          <>
            <span>
              <svg width="16" height="12" aria-hidden="true">
                <rect x="1" y="1" width="14" height="10" rx="3" fill="none" stroke="var(--ink)" strokeWidth="1.6" />
              </svg>
              owner in the talk
            </span>
            <span>C, V: what each leader says</span>
          </>
        ) : null
      }
      notes={
        <>
          {map.kind === "shown" && map.rows !== null ? (
            <p>
              <b>Stronger colour</b> means more engineers. Rounded to 5&nbsp;%; <b>–</b> stands for two people or fewer,
              and zero looks the same.
            </p>
          ) : null}
          <p>“Can’t tell” is left out, so rows rest on different numbers of answers.</p>
          <p>“Both equally” is no fault: the talk wants overlap.</p>
        </>
      }
    >
      {map.kind === "withheld" ? (
        <Withheld why={map.why} />
      ) : (
        <>
          {onePerson ? null : <RoleMapNumbers map={map} />}
          {sentences.length === 0 ? null : (
            <ul className="mb-4 grid max-w-measure gap-1.5">
              {sentences.map((sentence) => (
                <li key={sentence}>{figures(sentence)}</li>
              ))}
            </ul>
          )}
          {map.rows === null ? (
            <p className="text-ink-2">
              The map itself is shown from 20 answers.{onePerson ? "" : " These numbers rest on 5–19."}
            </p>
          ) : (
            <RoleMapGrid rows={map.rows} twoPeople={!onePerson} />
          )}
        </>
      )}
    </Section>
  );
}
