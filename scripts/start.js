// First half of `npm start`: whatever Node there is, no packages. Installs, then hands over to scripts/launch.ts on Node 24.
const needed = 20;
const found = Number(process.versions.node.split(".")[0]);

async function start() {
  const { spawn } = await import("node:child_process");
  const { ensureInstalled, projectNode, root } = await import("./install.js");
  await ensureInstalled();

  const child = spawn(projectNode, ["--import", "tsx", "scripts/launch.ts"], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // Ctrl-C reaches the second half by itself and is awaited here; other ends are passed on.
  process.on("SIGINT", () => child.send("interrupt", () => {}));
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 1000);
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    if (signal) console.error(`Tandem was ended by ${signal}. Start it again with npm start: nothing is lost.`);
    process.exitCode = code ?? 1;
  });
}

if (found < needed) {
  console.error(
    `Tandem needs Node ${needed} or newer to start; this is Node ${process.versions.node}. Get it from https://nodejs.org`,
  );
  process.exitCode = 1;
} else {
  start().catch((error) => {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  });
}
