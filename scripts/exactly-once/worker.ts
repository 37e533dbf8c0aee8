// The job worker alone, as a process of its own that can be killed: the same queues and handlers that src/server/main.ts starts.
import { startWorker } from "@/server/jobs/worker";

await startWorker({ watchSeconds: 1 });
console.log("ready 0");
