type Props = { on: boolean; onChange: (on: boolean) => void };

/** Single-key shortcuts are off until somebody wants them (WCAG 2.1.4). */
export function NumberKeySwitch({ on, onChange }: Props) {
  return (
    <label className="switch">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>Answer with the keys 1 to 5, and 0 for “I can’t observe this”</span>
    </label>
  );
}
