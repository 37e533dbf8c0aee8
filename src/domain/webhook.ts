import { z } from "zod";

/** A signed webhook of the company's own, or an incoming webhook of one of two chat services. */
export const webhookKinds = ["webhook", "slack", "teams"] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** What can be told. Nothing a rater does is among it: no claim, no cast, and no number of either. */
export const webhookEvents = [
  "cycle.opened",
  "cycle.reminded",
  "cycle.closed",
  "cycle.counted",
  "report.released",
  "board.released",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const mostWebhooks = 10;
/** Tests that one address is sent within an hour. */
export const mostTestsPerHour = 20;
/** How long the secret before the last rotation still signs. */
export const oldSecretHours = 24;
export const deliveryLogDays = 30;
/** An address that has taken nothing for so long is switched off. */
const failingDays = 3;

const name = z.string().trim().min(2, "Give it a name.").max(60, "Use at most 60 characters.");
const address = z.string().trim().max(2000, "Use at most 2000 characters.");
const events = z.array(z.enum(webhookEvents)).min(1, "Choose at least one event.");

export const createWebhookInput = z.object({
  kind: z.enum(webhookKinds),
  name,
  address: address.min(1, "Paste the address."),
  events,
});

/** An address that is left empty stays as it is: the page does not know it. */
export const updateWebhookInput = z.object({ webhookId: z.uuid(), name, address, events });

const hosts: Record<Exclude<WebhookKind, "webhook">, { service: string; known: RegExp; example: string }> = {
  slack: {
    service: "Slack",
    known: /^hooks\.slack(-gov)?\.com$/,
    example: "https://hooks.slack.com/services/…",
  },
  teams: {
    service: "Teams",
    known: /^[a-z0-9.-]+\.(logic\.azure\.com|api\.powerplatform\.com|webhook\.office\.com)$/,
    example: "https://….logic.azure.com/workflows/…",
  },
};

/** What is wrong with an address for its kind, or null: a chat's address is at the chat's own hosts. */
export function wrongHost(kind: WebhookKind, url: URL): string | null {
  if (kind === "webhook") return null;
  const { service, known, example } = hosts[kind];
  if (known.test(url.hostname)) return null;
  return `That is no address of an incoming webhook of ${service}. It looks like ${example}`;
}

/** An address as the page shows it: a chat's without its path, which is the secret; never a query. */
export const shownAddress = (kind: WebhookKind, url: URL): string =>
  kind === "webhook" ? `${url.origin}${url.pathname}` : `${url.origin}/…`;

const minute = 60;
const hour = 60 * minute;
/** Seconds from each failed attempt to the next: ten more within about a day. */
export const retryDelays = [
  10,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour,
] as const;

/**
 * Seconds to the next attempt after `failed` (1 or more) in a row; null when there is none. A receiver may ask for a later
 * one (Retry-After), up to eight hours.
 */
export function nextAttemptSeconds(failed: number, askedFor: number | null): number | null {
  const usual = retryDelays[failed - 1];
  if (usual === undefined) return null;
  return Math.max(usual, Math.min(askedFor ?? 0, 8 * hour));
}

/** The seconds of a Retry-After header, which is a number or a date; null if it is neither. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - now.getTime()) / 1000));
}

export type Verdict =
  | { outcome: "delivered" }
  | { outcome: "retry"; reason: string }
  /** The address is no more; asking again is of no use. */
  | { outcome: "gone"; reason: string };

const refusals: Record<number, string> = {
  400: "The receiver does not understand the message.",
  401: "The receiver wants to know who asks.",
  403: "The receiver refuses the message.",
  404: "There is nothing at this address.",
  413: "The message is too long for the receiver.",
  429: "The receiver asks for a pause.",
};

/** What an answer's status means for a delivery. Only what chats say for good (404, 410), and 410 of anybody, ends it. */
export function judgeStatus(kind: WebhookKind, status: number): Verdict {
  if (status >= 200 && status < 300) return { outcome: "delivered" };
  if (status === 410) return { outcome: "gone", reason: "The receiver says that this address is gone for good." };
  if (status === 404 && kind !== "webhook") {
    const { service } = hosts[kind];
    return { outcome: "gone", reason: `${service} knows no webhook at this address: it was removed there.` };
  }
  if (status >= 300 && status < 400)
    return { outcome: "retry", reason: "The receiver redirects, which is not followed." };
  const words =
    refusals[status] ?? (status >= 500 ? "The receiver has a problem of its own." : "The receiver refuses.");
  return { outcome: "retry", reason: words };
}

/** Whether an address that fails since a moment has failed for too long. */
export const failsTooLong = (failingSince: Date, now: Date): boolean =>
  now.getTime() - failingSince.getTime() >= failingDays * 86_400_000;

export const attemptSchema = z.object({
  at: z.iso.datetime(),
  /** Null: there was no answer. */
  status: z.number().int().nullable(),
  reason: z.string().nullable(),
});
export type Attempt = z.output<typeof attemptSchema>;
