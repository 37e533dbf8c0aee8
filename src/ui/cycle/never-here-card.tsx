import { Card } from "@/ui/kit/card";

/** What an admin cannot see, because it does not exist here. */
export function NeverHereCard() {
  return (
    <Card title="Never on this page">
      <p className="leading-[1.55] text-ink-2">
        Who answered, when somebody answered, or any score before release. These are not hidden from you; they do not
        exist here.
      </p>
    </Card>
  );
}
