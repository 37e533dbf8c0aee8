import { Emphasis } from "./emphasis";

/** The report in two or three sentences; names of areas stand out. */
export function Summary({ sentences, areas }: { sentences: readonly string[]; areas: readonly string[] }) {
  return (
    <div className="say">
      {sentences.map((sentence) => (
        <p key={sentence}>
          <Emphasis text={sentence} of={areas} />
        </p>
      ))}
    </div>
  );
}
