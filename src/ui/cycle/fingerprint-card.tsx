import { Card } from "@/ui/kit/card";

/** The eight words that every invitation carries. */
export function FingerprintCard({ name, words }: { name: string; words: readonly string[] }) {
  return (
    <Card title="Fingerprint">
      <p className="text-xs leading-normal text-ink-2">
        The same eight words are in every invitation. Different words for one person would show that this person had
        been given a marked ballot.
      </p>
      <p className="mt-2.5 rounded-md bg-sunken px-3 py-2 font-mono text-xs leading-[1.7]">
        {words.slice(0, 4).join(" ")}
        <br />
        {words.slice(4).join(" ")}
      </p>
      <p className="mt-2.5 text-xs">
        <a href={`/verify/${name}`}>Compare with the public page</a>
      </p>
    </Card>
  );
}
