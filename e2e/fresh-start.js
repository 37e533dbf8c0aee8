// What a newcomer does: an empty data directory, then `npm start`.
import { rmSync } from "node:fs";

rmSync(process.env.TANDEM_DATA_DIR ?? "data/e2e", { recursive: true, force: true });
await import("../scripts/start.js");
