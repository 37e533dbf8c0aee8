import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { cycleNameSchema } from "@/domain/ballot";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Nothing inline, nothing from elsewhere, no frame around it, no connection but to this site. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const files = new Map<string, Buffer>();

async function readBallotFile(name: string): Promise<Buffer | null> {
  const known = files.get(name);
  if (known) return known;
  try {
    const content = await readFile(join(process.cwd(), "public", "ballot", name));
    files.set(name, content);
    return content;
  } catch {
    return null;
  }
}

/** /ballot/assets/x → the file; /ballot/norrvik-2026-q2 → the page; null for anything else. */
function fileFor(path: string): string | null {
  const rest = path.slice("/ballot/".length);
  if (/^(?:assets\/)?[A-Za-z0-9_-]+\.[A-Za-z0-9_.-]+$/.test(rest) && !rest.includes("..")) return rest;
  return cycleNameSchema.safeParse(rest).success ? "index.html" : null;
}

/** Serves the voting page from its build, byte for byte as hashed into every manifest. */
export async function serveBallotPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const name = fileFor(path);
  const content = name && (request.method === "GET" || request.method === "HEAD") ? await readBallotFile(name) : null;
  if (!name || !content) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is nothing at this address.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": types[extname(name)] ?? "application/octet-stream",
    "content-length": content.length,
    "cache-control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
  });
  response.end(request.method === "HEAD" ? undefined : content);
}
