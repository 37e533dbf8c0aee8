/** Stands on every page that only the demo has. */
export function DemoBanner() {
  return (
    <p className="mb-6 rounded-md bg-caution-soft px-4 py-2 font-medium text-caution">
      Demo: nothing leaves this machine.
    </p>
  );
}
