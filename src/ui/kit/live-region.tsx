import { Icon } from "./icon";

/** Says politely that something happened ("Saved"). Keep it mounted; change only the message. */
export function LiveRegion({ message }: { message: string | null }) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-5 z-20 grid place-items-center"
    >
      {message ? (
        <p className="flex items-center gap-2 rounded-full forced-color-adjust-none bg-ink px-4 py-2 text-sm font-medium text-on-ink shadow-2">
          <Icon name="check" />
          {message}
        </p>
      ) : null}
    </div>
  );
}
