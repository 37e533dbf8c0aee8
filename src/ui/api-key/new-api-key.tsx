import { dateText } from "@/ui/cycle/dates";
import { ShownOnce } from "@/ui/kit/shown-once";

/** A key that was just made, the only time it is shown. */
export function NewApiKey({ token, expiresAt, timeZone }: { token: string; expiresAt: Date; timeZone: string }) {
  return (
    <ShownOnce title="This is the key. It is shown once: copy it now." label="The new key" value={token}>
      <p className="mt-2">It works until {dateText(expiresAt, timeZone)}.</p>
    </ShownOnce>
  );
}
