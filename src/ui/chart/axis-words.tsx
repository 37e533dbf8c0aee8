/** The scale on a phone, where the plot has no column head. */
export function AxisWords() {
  return (
    <div className="axis-words" aria-hidden="true">
      <span>Never</span>
      <span>Sometimes</span>
      <span>Almost always</span>
    </div>
  );
}
