import pg from "pg";
import { PgBoss } from "pg-boss";
import { jobsSchema, queueNames, queues } from "../src/server/jobs/queues";

/** Creates or upgrades the tables of the job queue and the queues, as their owner; the application may use, not change them. */
export async function prepareJobQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobsSchema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const problems: Error[] = [];
  boss.on("error", (error) => problems.push(error));
  await boss.start();
  try {
    for (const name of queueNames) {
      const { policy, ...options } = queues[name];
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, { policy, ...options });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (problems[0]) throw problems[0];
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`grant usage on schema ${jobsSchema} to tandem_app`);
    await owner.query(`grant select, insert, update, delete on all tables in schema ${jobsSchema} to tandem_app`);
    await owner.query(`grant usage on all sequences in schema ${jobsSchema} to tandem_app`);
    await owner.query(`grant execute on all functions in schema ${jobsSchema} to tandem_app`);
  } finally {
    await owner.end();
  }
}
