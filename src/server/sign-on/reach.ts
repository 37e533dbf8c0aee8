import type { ServerMetadata } from "openid-client";
import { OutgoingProblem } from "@/server/outgoing/problem";
import { send } from "@/server/outgoing/send";
import { SignOnTrouble } from "./trouble";

const connectSeconds = 1.5;
const patienceMilliseconds = 2000;
const rememberedMilliseconds = 5000;
const soonSeconds = 3;
const mostRemembered = 1000;

type Asked = { answers: Promise<void>; until: number };
/** Providers that were asked within some seconds: a storm of sign-ins is one question to each. */
const asked = new Map<string, Asked>();

/** What a gateway says for a server behind it that is gone. */
const gone = new Set([502, 503, 504]);

async function ask(address: string): Promise<void> {
  // By GET, as a browser does: some firewalls break off a HEAD. Of the answer nothing but its status is read.
  try {
    const { status } = await send(address, {
      limits: { connectSeconds, answerBytes: 0 },
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (gone.has(status))
      throw new SignOnTrouble("unreachable", `The provider could not be reached. It answers with status ${status}.`);
  } catch (error) {
    // It took the connection and thinks: slow is not down, and the person's browser has more patience.
    if (error instanceof DOMException && error.name === "TimeoutError") return;
    throw error;
  }
}

function answersAt(address: string): Promise<void> {
  const now = performance.now();
  const known = asked.get(address);
  if (known && known.until > now) return known.answers;
  if (asked.size >= mostRemembered) asked.clear();
  const answers = ask(address);
  asked.set(address, { answers, until: now + rememberedMilliseconds });
  return answers;
}

/**
 * Throws if a provider does not answer at all, whatever the answer would be; it has two seconds, and what was found holds for
 * five. It is asked where the browser is about to be sent, if that is the host that we ask for tokens too: one that only
 * browsers can reach is none of ours.
 */
export function expectAnswer(metadata: ServerMetadata): Promise<void> {
  const { issuer, authorization_endpoint: page, token_endpoint: tokens } = metadata;
  const shared = page !== undefined && [issuer, tokens].some((it) => it && new URL(it).host === new URL(page).host);
  return answersAt((shared ? page : tokens) ?? issuer);
}

/** What comes of work within three seconds; beyond them it goes on by itself, for whoever tries again. */
export async function soon<Result>(work: Promise<Result>): Promise<Result> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const tooLate = () => reject(new OutgoingProblem("timeout", `It did not answer within ${soonSeconds} seconds.`));
    clock = setTimeout(tooLate, soonSeconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(clock));
}
