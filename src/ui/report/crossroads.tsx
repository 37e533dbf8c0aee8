import { crossroadsQuestion, type Crossroads as Findings } from "@/domain/crossroads";
import type { RoleMap, SeatReport } from "@/domain/report";
import { seatLabel } from "@/domain/seat";
import { figures } from "@/ui/kit/figures";
import { ChartLegend } from "./chart-legend";
import { ResponsibilityProfile } from "./responsibility-profile";
import { RoleMapSection } from "./role-map-section";
import { Section } from "./section";

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="mt-3 grid max-w-measure gap-1.5">
      {lines.map((line) => (
        <li key={line}>{figures(line)}</li>
      ))}
    </ul>
  );
}

/**
 * Where one person holds both seats, or one seat is empty: the talk's question, what the answers say to it and how
 * surely, each role in its own panel, and what stays undone.
 */
export function Crossroads({
  findings,
  profiles,
  map,
  onePerson,
  previousQuarter,
}: {
  findings: Findings;
  profiles: readonly SeatReport[];
  map: RoleMap;
  onePerson: boolean;
  previousQuarter: string | null;
}) {
  const since = previousQuarter === null ? null : previousQuarter.slice(5);
  return (
    <>
      <Section
        first
        notes={
          <p>
            The question is the talk’s. The two roles are different and both critical; a result here speaks about
            duties, not about a person’s worth.
          </p>
        }
      >
        <div className="say">
          <h2>{crossroadsQuestion}</h2>
          <p>{findings.verdict}</p>
        </div>
        <Lines lines={findings.evidence} />
      </Section>
      <Section
        title={onePerson ? "One person, two roles" : "The role that is filled"}
        notes={
          <p>
            <b>Each role stands by itself.</b> Its duties differ from the other’s, so no difference between the two is
            computed.
          </p>
        }
      >
        <div className="crossroads-panels">
          {profiles.map((report) => (
            <section key={report.seat} aria-label={`As ${seatLabel[report.seat].short}`}>
              <h3>As {seatLabel[report.seat].short}</h3>
              {report.kind === "shown" ? (
                <>
                  <div className="legend">
                    <ChartLegend of={report.seat} self />
                  </div>
                  <ResponsibilityProfile of={report.seat} dimensions={report.dimensions} withSelf since={since} />
                </>
              ) : (
                <p className="text-ink-2">Fewer than 5 engineers answered about this role.</p>
              )}
            </section>
          ))}
        </div>
      </Section>
      <RoleMapSection
        title={onePerson ? "What two seats on one chair leave undone" : "What the empty seat costs"}
        map={map}
        sentences={findings.cost}
        onePerson={onePerson}
      />
    </>
  );
}
