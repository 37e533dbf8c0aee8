import type { WebhookEvent, WebhookKind } from "@/domain/webhook";
import { momentText } from "@/ui/cycle/dates";

export const kindWords: Record<WebhookKind, { name: string; address: string; hint: string }> = {
  webhook: {
    name: "Signed webhook",
    address: "Address of your program",
    hint: "Begins with https:// and is reachable from the internet.",
  },
  slack: {
    name: "Slack",
    address: "Address of the incoming webhook",
    hint: "From Slack’s app directory: https://hooks.slack.com/services/… Whoever has it can write to the channel.",
  },
  teams: {
    name: "Microsoft Teams",
    address: "Address of the workflow",
    hint: "From Workflows, “Post to a channel when a webhook request is received”. Whoever has it can write to the channel.",
  },
};

const eventWords: Record<WebhookEvent | "test", string> = {
  "cycle.opened": "A survey opens",
  "cycle.reminded": "A reminder goes out",
  "cycle.closed": "A survey closes",
  "cycle.counted": "The ballots are counted",
  "report.released": "The reports are released to the leaders",
  "board.released": "The board begins to read",
  test: "A test",
};

/** An event in words, for example "A survey opens". */
export const eventText = (event: WebhookEvent | "test"): string => eventWords[event];

const endings: Record<number, string> = { 2: "2nd", 3: "3rd" };

/** When a delivery that failed is tried again, and which of how many tries that is. `at` is null when it is due. */
export const nextTryText = (next: { at: Date | null; number: number; most: number }, timeZone: string): string =>
  `Next try ${next.at ? `on ${momentText(next.at, timeZone)}` : "now"}, the ${endings[next.number] ?? `${next.number}th`} of ${next.most}`;
