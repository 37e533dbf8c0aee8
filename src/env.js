// @ts-check
import { isIP } from "node:net";
import { z } from "zod";

const flag = z
  .enum(["", "0", "1", "false", "true"])
  .default("")
  .transform((text) => text === "1" || text === "true");
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address");
const thirtyTwoBytes = z
  .string()
  .refine(
    (text) => Buffer.from(text, "base64").length === 32,
    "must be 32 random bytes in base64 (openssl rand -base64 32)",
  );
const proxyAddresses = z.string().refine((text) => {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  return parts.every((part) => {
    const [address = "", bits, ...more] = part.split("/");
    const widest = isIP(address) === 6 ? 128 : 32;
    return (
      isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= widest))
    );
  });
}, "must be addresses or ranges such as 10.0.0.5, 10.1.0.0/16");
/** Addresses with or without a port: 10.0.0.2, [::1]:5353 */
const nameServers = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(
    (servers) =>
      servers.every((server) => {
        const [, address = server] = /^\[?([^\]]*?)\]?(:\d{1,5})?$/.exec(server) ?? [];
        return isIP(server) !== 0 || isIP(address) !== 0;
      }),
    "must be addresses such as 10.0.0.2 or 10.0.0.2:5353",
  );
const count = (/** @type {number} */ usual) => z.coerce.number().int().min(1).max(100).default(usual);

const everySetting = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Public address of this installation, without a slash at the end: what mails link to. */
  TANDEM_URL: z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, "")),
  /** Folder of the key store and of the embedded database. */
  TANDEM_DATA_DIR: z.string().min(1).default("./data"),
  /** Wraps the private keys of the key store; base64. Losing it means losing every answer not yet counted. */
  TANDEM_MASTER_KEY: thirtyTwoBytes,
  /** Reverse proxies whose X-Forwarded-For is believed when requests are counted per network; nobody's by default. */
  TRUSTED_PROXY: proxyAddresses.default(""),
  /** Shows the demo company, /dev/demo and /dev/outbox. Never on a real installation. */
  TANDEM_DEMO: flag,
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }),
  /** Opens /metrics to whoever sends it as a bearer token; without it the address does not exist. */
  METRICS_TOKEN: z.string().min(20, "must have at least 20 characters").optional(),
  /** The least important events that are written to the log. */
  LOG_LEVEL: z.enum(["error", "warn", "info"]).default("info"),
  /** Writes one line for each request, but never for one of the ballot. */
  LOG_REQUESTS: flag,
  /** How long a process that was asked to stop goes on taking requests, so that a balancer can notice. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).default(0),
  /** Without it mails are kept in the demo outbox. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must be an smtp:// or smtps:// address")
    .optional(),
  MAIL_FROM: z.string().min(3).default("Tandem <tandem@localhost>"),
  /** Lets outgoing requests reach this machine, also over http. For tests and development. */
  OUTGOING_ALLOW_LOOPBACK: flag,
  /** Name servers for outgoing requests and proofs of domains; without them the machine's own. */
  DNS_SERVERS: z.string().default("").pipe(nameServers),
  DATABASE_APP_URL: databaseUrl,
  DATABASE_BALLOT_URL: databaseUrl,
  DATABASE_TALLY_URL: databaseUrl,
  /** Only migrations need it; the running server does not. */
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_APP_CONNECTIONS: count(8),
  DATABASE_BALLOT_CONNECTIONS: count(8),
  DATABASE_TALLY_CONNECTIONS: count(2),
});

const settings = everySetting.refine(
  ({ OUTGOING_ALLOW_LOOPBACK, NODE_ENV, TANDEM_DEMO }) =>
    !OUTGOING_ALLOW_LOOPBACK || NODE_ENV !== "production" || TANDEM_DEMO,
  { path: ["OUTGOING_ALLOW_LOOPBACK"], message: "must not be set on a real installation" },
);

/** @typedef {z.output<typeof settings>} Env */

/**
 * Reads the settings of the process; throws one error that names everything that is wrong.
 * @param {Record<string, string | undefined>} source
 * @returns {Env}
 */
export function readEnv(source) {
  // An empty variable means "not set": that is how shells and compose files leave one out.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The settings (environment variables) are not complete:\n${problems.join("\n")}`);
}

/** @type {Env | undefined} */
let current;

/**
 * The validated settings. Read at first use, because `next build` loads modules where no database exists yet;
 * the server reads them before it listens.
 * @type {Readonly<Env>}
 */
export const env = new Proxy(/** @type {Env} */ ({}), {
  get: (_, name) => {
    current ??= readEnv(process.env);
    return Reflect.get(current, name);
  },
});
