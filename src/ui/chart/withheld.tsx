import type { WithheldReason } from "@/domain/report";
import { WithheldBox } from "@/ui/kit/withheld-box";
import { withheldSentence } from "./score-words";

/** Takes the place of the plot and the number: same row, same weight, and it says why. */
export function Withheld({ why, of = "score" }: { why: WithheldReason; of?: "score" | "item" | undefined }) {
  return <WithheldBox row>{withheldSentence(why, of)}</WithheldBox>;
}
