import type { RouteClass } from "./route-class";

type MailOutcome = "sent" | "failed";
type Counts = {
  requests: Map<string, { route: RouteClass; status: string; count: number }>;
  mails: Record<MailOutcome, number>;
};

const place = Symbol.for("tandem.counts");
const holder = globalThis as unknown as { [place]?: Counts };

/** Of the whole process: the framework's bundle has a copy of this module of its own. */
function counts(): Counts {
  holder[place] ??= { requests: new Map(), mails: { sent: 0, failed: 0 } };
  return holder[place];
}

/** Counts an answer by its class: 200 and 204 are "2xx". */
export function countRequest(route: RouteClass, status: number): void {
  const { requests } = counts();
  const statusClass = `${Math.floor(status / 100)}xx`;
  const key = `${route} ${statusClass}`;
  const known = requests.get(key) ?? { route, status: statusClass, count: 0 };
  known.count += 1;
  requests.set(key, known);
}

export function countMail(outcome: MailOutcome): void {
  counts().mails[outcome] += 1;
}

/** Everything counted since this process began. */
export const counted = () => ({ requests: [...counts().requests.values()], mails: { ...counts().mails } });
