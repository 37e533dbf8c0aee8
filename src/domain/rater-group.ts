import { z } from "zod";

/** Groups that answer anonymously (anonymity.md section 5). */
export const raterGroupSchema = z.enum(["engineer", "executive"]);
export type RaterGroup = z.infer<typeof raterGroupSchema>;
export const raterGroups: readonly RaterGroup[] = ["engineer", "executive"];

export const raterGroupLabel: Record<RaterGroup, { one: string; many: string }> = {
  engineer: { one: "Engineer", many: "Engineers" },
  executive: { one: "Executive", many: "Executives" },
};
