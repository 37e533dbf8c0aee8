import { env } from "@/env.js";

/** Where the demo shows its mail; null where mail goes out for real. */
export const outboxHref = (): string | null => (env.TANDEM_DEMO && !env.SMTP_URL ? "/dev/outbox" : null);
