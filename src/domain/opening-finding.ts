/** What the admin is told before anything is sent, each with its consequence. `stop` forbids opening. */
export type OpeningFinding = { level: "ok" | "note" | "stop"; title: string; detail: string };
