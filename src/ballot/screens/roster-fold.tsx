import type { Manifest } from "@/domain/manifest";
import type { RaterGroup } from "@/domain/rater-group";
import type { RosterName } from "../wire";
import { groupSize, groupWord } from "../wording";

type Props = { manifest: Manifest; group: RaterGroup; roster: readonly RosterName[] };

/** Everybody who may answer in one's group: whoever knows their colleagues can see that none is invented. */
export function RosterFold({ manifest, group, roster }: Props) {
  const { slug, contact } = manifest.company;
  return (
    <details>
      <summary>
        All {groupSize(manifest, group)} {groupWord(group)} who were asked
      </summary>
      <p className="explain">
        Do you recognise these people? Invented people could be used to work out what the real ones said. If you see
        names that nobody knows, do not answer, and tell {contact}.
      </p>
      {roster.length > 0 ? (
        <ul className="limits">
          {roster.map(({ name, email }) => (
            <li key={email}>
              {name}, {email}
            </li>
          ))}
        </ul>
      ) : (
        <p className="explain">
          The list is long. <a href={`/${slug}/colleagues`}>Sign in to see it.</a>
        </p>
      )}
    </details>
  );
}
