// One tally, as a process of its own that can be killed at any moment.
import { disconnectDatabase } from "@/server/db/client";
import { stopJobQueue } from "@/server/jobs/boss";
import { tallyCycle } from "@/server/tally/commands";

const [companyId = "", cycleId = ""] = process.argv.slice(2);
console.log("ready 0");
await tallyCycle({ companyId, cycleId });
await stopJobQueue();
await disconnectDatabase();
