// Loaded into the server: when the launcher is killed, nobody is left to stop the server, so it stops itself.
const launcher = process.ppid;
setInterval(() => {
  if (process.ppid !== launcher) process.kill(process.pid, "SIGTERM");
}, 500).unref();
