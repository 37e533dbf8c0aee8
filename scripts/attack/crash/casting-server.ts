// The casting endpoint alone, as a process of its own that can be killed: the same handler that src/server/main.ts mounts.
import { createServer } from "node:http";
import { ballotApi } from "@/server/http/ballot-api";

const server = createServer(ballotApi);
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready ${typeof address === "object" && address ? address.port : 0}`);
});
