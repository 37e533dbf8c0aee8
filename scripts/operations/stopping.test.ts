import { createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { stopJobQueue } from "@/server/jobs/boss";
import { enqueueMail } from "@/server/jobs/enqueue";
import { startChild } from "../attack/child";
import { adminQuery } from "../testing/admin-query";

const appProcess = "../operations/app-process.ts";
const mail = { to: "ada@example.test", subject: "Hello", text: "Hello", html: "<p>Hello</p>" };
let mailServer: Server | undefined;

/** A mail server that takes its time before it accepts a mail; forever, if there is no time given. */
async function slowMailServer(milliseconds: number | null): Promise<{ begun: () => boolean; taken: () => number }> {
  let begun = false;
  let taken = 0;
  const server = createServer((socket) => {
    let inData = false;
    socket.write("220 ready\r\n");
    socket.on("error", () => undefined);
    socket.on("data", async (data) => {
      const text = String(data);
      if (inData) {
        if (!text.endsWith("\r\n.\r\n")) return;
        inData = false;
        begun = true;
        if (milliseconds === null) return;
        await pause(milliseconds);
        taken += 1;
        socket.write("250 taken\r\n");
      } else if (/^data/i.test(text)) {
        inData = true;
        socket.write("354 go on\r\n");
      } else if (/^quit/i.test(text)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  mailServer = server;
  const address = server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return { begun: () => begun, taken: () => taken };
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 10_000) throw new Error("it did not happen");
    await pause(20);
  }
}

const stateOfMail = async () =>
  (await adminQuery<{ state: string }>("select state::text from pgboss.job where name = 'mail'")).map(
    (row) => row.state,
  );

afterEach(async () => {
  await stopJobQueue();
  mailServer?.close();
  delete process.env.SMTP_URL;
  await adminQuery("delete from pgboss.job");
});

test("asked to stop, a process is not ready any more, finishes requests and jobs under way, and ends in order", async () => {
  const mails = await slowMailServer(1500);
  const child = await startChild(appProcess, "0", "1");
  const origin = `http://127.0.0.1:${child.port}`;
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  await enqueueMail(mail);
  await until(mails.begun);
  const slow = fetch(`${origin}/slow?milliseconds=2500`);
  await pause(100);
  const begun = performance.now();
  child.signal("SIGTERM");
  await pause(200);
  // While it drains it says so, and answers those that come all the same.
  const ready = await fetch(`${origin}/readyz`);
  expect([ready.status, await ready.text(), ready.headers.get("connection")]).toEqual([503, "stopping\n", "close"]);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect(await (await slow).text()).toBe("done\n");
  expect(await child.ended).toEqual([0, null]);
  expect(performance.now() - begun).toBeLessThan(20_000);
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
  expect(mails.taken()).toBe(1);
  expect(await stateOfMail()).toEqual(["completed"]);
}, 40_000);

test("what does not finish in time is cut off, and its job returns to the queue: all within 20 seconds", async () => {
  const mails = await slowMailServer(null);
  const child = await startChild(appProcess, "0", "0");
  await enqueueMail(mail);
  await until(mails.begun);
  const endless = fetch(`http://127.0.0.1:${child.port}/slow?milliseconds=60000`).then(
    () => "answered",
    () => "cut off",
  );
  await pause(100);
  const begun = performance.now();
  child.signal("SIGTERM");
  expect(await child.ended).toEqual([0, null]);
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(await endless).toBe("cut off");
  expect(await stateOfMail()).toEqual(["retry"]);
  expect(child.output()).toContain('"event":"requests were cut off"');
}, 40_000);
