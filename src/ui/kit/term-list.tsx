/** Short labels with what they stand for, one row each; on a phone the label stands above. */
export function TermList({ lines }: { lines: readonly { label: string; text: string }[] }) {
  return (
    <dl className="mt-3 empty:hidden">
      {lines.map(({ label, text }) => (
        <div key={label} className="grid gap-x-4 border-t border-line py-2.5 sm:grid-cols-[96px_minmax(0,1fr)]">
          <dt className="font-medium">{label}</dt>
          <dd className="text-ink-2">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
