import { type RaterGroup, raterGroupLabel } from "@/domain/rater-group";
import { Card } from "@/ui/kit/card";
import { Tag } from "@/ui/kit/tag";
import { WithheldBox } from "@/ui/kit/withheld-box";
import type { CycleView } from "./cycle-view";

const ifItStays: Record<RaterGroup, string> = {
  engineer: "Not yet 5. If it stays so, there is no result.",
  executive: "Not yet 5. If it stays so, only the engineers are shown.",
};

/** The groups that will be heard on their own: at least 5 or not yet, never a head count. */
export function GroupsCard({ groups }: { groups: CycleView["groups"] }) {
  return (
    <Card title={groups.length === 1 ? "The group that will be shown" : "Groups that will be shown"}>
      <ul className="mt-2">
        {groups.map(({ group, invited, participation }) => (
          <li
            key={group}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 last:pb-0"
          >
            <span>
              <span className="font-medium">{raterGroupLabel[group].many}</span>{" "}
              <span className="num text-ink-3">{invited} invited</span>
            </span>
            {participation.kind !== "few" ? (
              <Tag tone="ok">At least 5 collected</Tag>
            ) : (
              <WithheldBox>{ifItStays[group]}</WithheldBox>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
