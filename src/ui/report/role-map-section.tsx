import type { RoleMap } from "@/domain/report";
import { RoleMapGrid } from "@/ui/chart/role-map-grid";
import { Withheld } from "@/ui/chart/withheld";
import { RoleMapNumbers } from "./role-map-numbers";
import { Section } from "./section";

/** Who mostly does what: three numbers from 5 answers, the map itself from 20. */
export function RoleMapSection({ map }: { map: RoleMap }) {
  return (
    <Section
      title="Who mostly does what"
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
              <b>Darker</b> means more engineers. Rounded to 5 %; <b>–</b> stands for two people or fewer, and zero
              looks the same.
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
          <RoleMapNumbers map={map} />
          {map.rows === null ? (
            <p className="text-ink-2">The map itself is shown from 20 answers. These numbers rest on 5–19.</p>
          ) : (
            <RoleMapGrid rows={map.rows} />
          )}
        </>
      )}
    </Section>
  );
}
