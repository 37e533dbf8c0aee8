import type { ComponentProps } from "react";
import type { SliceName } from "@/domain/roster";
import { sliceLabel } from "@/domain/slice-plan";
import { Checkbox } from "@/ui/kit/checkbox";

/** A box for each split of the roster that can be reported on. */
export function SliceBoxes({
  id,
  choices,
  chosen,
  register,
}: {
  id: string;
  /** Dimensions the roster has values for. */
  choices: readonly SliceName[];
  chosen: readonly SliceName[];
  register: () => Omit<ComponentProps<"input">, "id">;
}) {
  return (
    <div>
      {offeredSlices(choices, chosen).map((name) => (
        <Checkbox
          key={name}
          id={`${id}-${name}`}
          label={sliceLabel[name].by}
          value={name}
          defaultChecked={chosen.includes(name)}
          {...register()}
        />
      ))}
    </div>
  );
}

/** A choice whose values have left the roster since stays visible, so that it can be taken back. */
export const offeredSlices = (choices: readonly SliceName[], chosen: readonly SliceName[]): SliceName[] => [
  ...choices,
  ...chosen.filter((name) => !choices.includes(name)),
];
