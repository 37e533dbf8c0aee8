import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerFor, importRoster } from "../../../prisma/factories";
import { killWorkers } from "../../../scripts/exactly-once/kills";
import { openMailbox } from "../../../scripts/exactly-once/mailbox";
import { openHoldingReceiver } from "../../../scripts/exactly-once/receiver";
import { adminQuery } from "../../../scripts/testing/admin-query";

// Two real worker processes on one PostgreSQL, a real mail server and a real receiver of webhooks, one worker of them killed at random moments, again and again.
// For a long run: EXACTLY_ONCE_KILLS=300 npx vitest run src/server/plan/exactly-once.test.ts

const kills = Number(process.env.EXACTLY_ONCE_KILLS ?? 8);
const engineers = 9;
const slugs = ["once-a", "once-b", "once-c", "once-d"];
const vacant = "once-vacant";
const quarter = "2031-Q1";

let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let receiver: Awaited<ReturnType<typeof openHoldingReceiver>>;
const told = ["cycle.opened", "cycle.reminded", "cycle.closed"] as const;

async function plannedCompany(slug: string, opensInSeconds: number, seats: boolean): Promise<void> {
  const now = new Date();
  const admin = `admin@${slug}.example`;
  await callerFor(null, now).company.signUp({
    name: slug,
    slug,
    adminName: "Ada Admin",
    adminEmail: admin,
    mailDomains: [`${slug}.example`],
  });
  const caller = callerFor(admin, now);
  if (seats) await caller.seat.assign({ company: slug, seat: "cto", email: `cto@${slug}.example`, name: "Carla Cto" });
  const people = Array.from({ length: engineers }, (_, index) => ({
    name: `Engineer ${index}`,
    email: `engineer${index}@${slug}.example`,
  }));
  await importRoster(caller, slug, people);
  const address = `${receiver.address}/${slug}`;
  await caller.webhook.create({ company: slug, kind: "webhook", name: "Ours", address, events: [...told] });
  const opensAt = new Date(now.getTime() + opensInSeconds * 1000);
  const closesAt = new Date(now.getTime() + 20 * 86_400_000);
  await caller.cycle.create({ company: slug, quarter, closesAt });
  await caller.plan.setCycle({ company: slug, quarter, opensAt });
}

/** Queues the message whose first sender is killed before it has an answer. */
async function sendTest(company: string): Promise<void> {
  const caller = callerFor(`admin@${company}.example`, new Date()).webhook;
  const { endpoints } = await caller.list({ company });
  await caller.sendTest({ company, webhookId: endpoints[0]?.id ?? "" });
}

type State = { slug: string; id: string; phase: string; sent: number; reminded: boolean };

const states = () =>
  adminQuery<State>(
    `select company.slug, cycle.id, cycle.phase, cardinality(cycle.reminder_rounds) > 0 as reminded,
       (select count(*)::int from delivery where delivery.cycle_id = cycle.id and delivery.state = 'sent') as sent
     from cycle join company on company.id = cycle.company_id`,
  );

const different = (mails: readonly { messageId: string }[]) => new Set(mails.map(({ messageId }) => messageId)).size;
const mailsTo = (address: RegExp) => mailbox.received.filter(({ to }) => address.test(to));

/** Lets time pass for a cycle: its first reminder comes once everybody is invited, its close once everybody was reminded. */
async function passTime(): Promise<void> {
  for (const { slug, id, phase, sent, reminded } of await states()) {
    if (phase !== "open" || sent < engineers) continue;
    if (!reminded) {
      await adminQuery(
        `update pgboss.job set start_after = now(), data = jsonb_set(data, '{at}', to_jsonb(to_char(now() at time zone 'UTC' - interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
         where name = 'remind-due' and state = 'created' and data->>'round' = '1' and data->>'cycleId' = $1`,
        [id],
      );
    } else if (different(mailsTo(new RegExp(`^engineer.*@${slug}\\.`))) >= 2 * engineers) {
      await adminQuery(
        "update cycle set closes_at = now() at time zone 'UTC' where id = $1 and closes_at > now() at time zone 'UTC'",
        [id],
      );
      await adminQuery(
        "update pgboss.job set start_after = now() where name = 'close-due' and state = 'created' and data->>'cycleId' = $1",
        [id],
      );
    }
  }
}

const allDone = async () => {
  const jobs = await adminQuery(
    `select from pgboss.job where name not like '%pgboss%'
       and (state in ('active', 'retry') or state = 'created' and start_after <= now())`,
  );
  return jobs.length === 0 && (await states()).every(({ slug, phase }) => slug === vacant || phase === "closed");
};

beforeAll(
  async () => {
    mailbox = await openMailbox();
    receiver = await openHoldingReceiver();
    Object.assign(process.env, {
      SMTP_URL: mailbox.url,
      DATABASE_APP_CONNECTIONS: "4",
      OUTGOING_ALLOW_LOOPBACK: "1",
    });
    // A killed worker's jobs come again after this many seconds instead of minutes.
    await adminQuery("update pgboss.queue set expire_seconds = 6, retry_delay = 1, retry_backoff = false");
    for (const [index, slug] of slugs.entries()) await plannedCompany(slug, 3 + index * 5, true);
    await plannedCompany(vacant, 6, false);
    await sendTest(slugs[0] ?? "");
    const workers = await killWorkers(kills, passTime);
    for (let waited = 0; waited < 60 && !(await allDone()); waited += 1) {
      await passTime();
      await pause(500);
    }
    for (const worker of workers) await worker.kill();
  },
  90_000 + kills * 4_000,
);
afterAll(() => Promise.all([mailbox.close(), receiver.close()]));

test("every cycle opened, was reminded of and closed once, whoever was killed in the middle of it", async () => {
  const deeds = await adminQuery<{ slug: string; action: string; count: number }>(
    `select slug, action, count(*)::int from audit_entry join company on company.id = audit_entry.company_id
     where actor = 'schedule' group by slug, action order by slug, action`,
  );
  expect(deeds.map(({ slug, action, count }) => `${slug} ${action} ${count}`)).toEqual([
    ...slugs.flatMap((slug) => ["cycle.close", "cycle.open", "cycle.remind"].map((action) => `${slug} ${action} 1`)),
    `${vacant} plan.openingFailed 1`,
  ]);
});

test("nobody stands twice on a roster, nothing was counted twice, and every invitation is noted as sent", async () => {
  const counts = await adminQuery(
    `select (select count(*)::int from roster_entry where cycle_id = cycle.id) as people,
       (select count(*)::int from delivery where cycle_id = cycle.id and state = 'sent') as sent,
       (select count(*)::int from delivery where cycle_id = cycle.id) as deliveries,
       (select count(*)::int from report_part where cycle_id = cycle.id) as parts
     from cycle join company on company.id = cycle.company_id where slug <> $1`,
    [vacant],
  );
  expect(counts).toEqual(slugs.map(() => ({ people: engineers, sent: engineers, deliveries: engineers, parts: 4 })));
});

test("every mail arrived; one that was sent again after a kill carries the same Message-ID, and there are few", () => {
  const inviteAndRemind = slugs.flatMap((slug) =>
    Array.from({ length: engineers }, (_, index) => `engineer${index}@${slug}.example`),
  );
  const arrived = inviteAndRemind.map((address) => [address, different(mailsTo(new RegExp(`^${address}$`)))]);
  expect(arrived).toEqual(inviteAndRemind.map((address) => [address, 2]));
  // One that tells an admin why a cycle did not open, and one welcome and, at the opening, one call to rate themselves for each leader.
  expect(different(mailsTo(new RegExp(`^admin@${vacant}`)))).toBe(1);
  const wanted = inviteAndRemind.length * 2 + slugs.length * 2 + 1;
  expect(different(mailbox.received)).toBe(wanted);
  const again = mailbox.received.length - wanted;
  console.log(`exactly once: ${kills} kills, ${wanted} mails, ${again} of them sent again with the same Message-ID`);
  // At most what one worker has in flight when it is killed: 25 invitations and 8 reminders.
  expect(again).toBeLessThanOrEqual(kills * 33);
});

test("every event reached its webhook; one whose worker was killed before noting it came again under the same id", async () => {
  const noted = await adminQuery<{ id: string; state: string; slug: string; event: string; attempts: number }>(
    `select webhook_delivery.id, state, slug, event, jsonb_array_length(attempts) as attempts
     from webhook_delivery join company on company.id = webhook_delivery.company_id`,
  );
  const wanted = [...slugs.flatMap((slug) => told.map((event) => `${slug} ${event}`)), `${slugs[0]} test`].toSorted();
  expect(noted.map(({ slug, event }) => `${slug} ${event}`).toSorted()).toEqual(wanted);
  expect(noted.filter(({ state, attempts }) => state !== "delivered" || attempts !== 1)).toEqual([]);
  const arrivals = (id: string) => receiver.received.filter((message) => message.id === id);
  expect(noted.filter(({ id }) => arrivals(id).length === 0)).toEqual([]);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(wanted.length);
  const [first] = receiver.received;
  const held = arrivals(first?.id ?? "");
  expect(held.length).toBeGreaterThanOrEqual(2);
  expect(new Set(held.map(({ body }) => body))).toEqual(new Set([first?.body]));
});
