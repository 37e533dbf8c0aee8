import { monitorEventLoopDelay } from "node:perf_hooks";
import { poolStates } from "@/server/db/client";
import { counted } from "./counters";
import { getQueueLengths } from "./queries";
import type { Family } from "./text";

const resolution = 20;
const loopDelay = monitorEventLoopDelay({ resolution });
loopDelay.enable();

/** Seconds since the last reading. What is measured is the time between two ticks, of which one tick is no delay. */
function eventLoopLag(): { mean: number; p99: number } {
  const seconds = (nanoseconds: number) =>
    Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - resolution / 1000) : 0;
  const lag = { mean: seconds(loopDelay.mean), p99: seconds(loopDelay.percentile(99)) };
  loopDelay.reset();
  return lag;
}

const gauge = (name: string, help: string, samples: Family["samples"]): Family => ({
  name,
  kind: "gauge",
  help,
  samples,
});

function processFamilies(): Family[] {
  const { heapUsed, rss } = process.memoryUsage();
  const { mean, p99 } = eventLoopLag();
  return [
    gauge("tandem_uptime_seconds", "Seconds since this process started.", [{ value: Math.round(process.uptime()) }]),
    gauge("tandem_heap_bytes", "Memory of JavaScript objects in use.", [{ value: heapUsed }]),
    gauge("tandem_resident_bytes", "Memory of the process.", [{ value: rss }]),
    gauge("tandem_event_loop_lag_seconds", "Delay of the event loop since the last reading.", [
      { labels: { figure: "mean" }, value: mean },
      { labels: { figure: "p99" }, value: p99 },
    ]),
  ];
}

function countedFamilies(): Family[] {
  const { requests, mails } = counted();
  return [
    {
      name: "tandem_http_requests_total",
      kind: "counter",
      help: "Answers by kind of address. The voting page, claims and casts are not counted: see docs/operations.md.",
      samples: requests.map(({ route, status, count }) => ({ labels: { route, status }, value: count })),
    },
    {
      name: "tandem_mails_total",
      kind: "counter",
      help: "Mails handed to the mail server, without reminders and notices of collected ballots.",
      samples: (["sent", "failed"] as const).map((outcome) => ({ labels: { outcome }, value: mails[outcome] })),
    },
  ];
}

async function queueFamily(): Promise<Family> {
  const lengths = await getQueueLengths();
  return gauge(
    "tandem_jobs",
    "Jobs in the queue; every process of an installation tells the same.",
    lengths.map(({ queue, state, jobs }) => ({ labels: { queue, state }, value: jobs })),
  );
}

/** Every figure there is. Where the database does not answer, its own part is left out and the rest is still told. */
export async function collectMetrics(): Promise<Family[]> {
  const queues = await queueFamily().catch(() => null);
  const pools = poolStates();
  return [
    ...processFamilies(),
    ...countedFamilies(),
    gauge(
      "tandem_database_connections_max",
      "Connections that this process may hold, by pool; the ballot pool is not told.",
      pools.map(({ pool, max }) => ({ labels: { pool }, value: max })),
    ),
    gauge(
      "tandem_database_waiting",
      "Requests that wait for a free connection, by pool; more than 0 means that the pool is too small.",
      pools.map(({ pool, waiting }) => ({ labels: { pool }, value: waiting })),
    ),
    gauge("tandem_database_up", "Whether the database answered this reading.", [{ value: queues ? 1 : 0 }]),
    ...(queues ? [queues] : []),
  ];
}
