import { sliceLabel } from "@/domain/slice-plan";
import { Card } from "@/ui/kit/card";
import { Tag } from "@/ui/kit/tag";
import { WithheldBox } from "@/ui/kit/withheld-box";
import type { CycleView } from "./cycle-view";

/** While a cycle is open: per declared value at least 5 collected ballots or not yet, and nothing finer (D1). */
export function SlicesCard({ slices }: { slices: CycleView["slices"] }) {
  return slices.map(({ name, values }) => (
    <Card key={name} title={sliceLabel[name].by}>
      <p className="text-ink-2">From 5 collected ballots. Whether its score is shown is decided after close.</p>
      <ul className="mt-2">
        {values.map(({ value, enough }) => (
          <li
            key={value}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 last:pb-0"
          >
            <span className="font-medium">{value}</span>
            {enough ? <Tag tone="ok">At least 5 collected</Tag> : <WithheldBox>Not yet 5</WithheldBox>}
          </li>
        ))}
      </ul>
    </Card>
  ));
}
