import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
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

type Encoding = "br" | "gzip" | "identity";

/** The best encoding that the browser takes; a font is compressed already. */
export function encodingFor(name: string, accepted: string): Encoding {
  if (name.endsWith(".woff2")) return "identity";
  const refused = (text: string) => /;\s*q=0(\.0*)?\s*$/.test(text);
  const taken = accepted
    .split(",")
    .filter((part) => !refused(part))
    .map((part) => part.split(";", 1)[0]?.trim());
  return taken.includes("br") ? "br" : taken.includes("gzip") ? "gzip" : "identity";
}

const packed = new Map<string, Buffer>();

/** A file of the page in an encoding; packed once, then kept, because the files never change while the server runs. */
function pack(name: string, content: Buffer, encoding: Encoding): Buffer {
  if (encoding === "identity") return content;
  const key = `${encoding} ${name}`;
  const known = packed.get(key) ?? (encoding === "br" ? brotliCompressSync(content) : gzipSync(content, { level: 9 }));
  packed.set(key, known);
  return known;
}

/** /ballot/assets/x → the file; /ballot/norrvik-2026-q2 → the page; null for anything else. */
function fileFor(path: string): string | null {
  const rest = path.slice("/ballot/".length);
  if (/^(?:assets\/)?[A-Za-z0-9_-]+\.[A-Za-z0-9_.-]+$/.test(rest) && !rest.includes("..")) return rest;
  return cycleNameSchema.safeParse(rest).success ? "index.html" : null;
}

/**
 * The Link header by which a browser asks for the page's scripts and styles before it has read the page (RFC 8288, HTML's
 * modulepreload and preload), with the fingerprints that the page's own tags have.
 */
export function filesAheadOf(html: string): string {
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]+)"`).exec(tag)?.[1];
  const tags = html.match(/<(?:script|link rel="stylesheet")[^>]+>/g) ?? [];
  return tags
    .map((tag) => ({ script: attribute(tag, "src"), style: attribute(tag, "href"), hash: attribute(tag, "integrity") }))
    .filter(({ hash }) => hash)
    .map(({ script, style, hash }) => {
      const kind = script ? `<${script}>; rel=modulepreload` : `<${style}>; rel=preload; as=style`;
      return `${kind}; crossorigin="anonymous"; integrity="${hash}"`;
    })
    .join(", ");
}

/** Serves the voting page from its build, byte for byte as hashed into every manifest. */
export async function serveBallotPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const name = fileFor(path);
  const content = name && (request.method === "GET" || request.method === "HEAD") ? await readBallotFile(name) : null;
  if (!name || !content) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is nothing at this address.\n");
    return;
  }
  const encoding = encodingFor(name, String(request.headers["accept-encoding"] ?? ""));
  const body = pack(name, content, encoding);
  response.writeHead(200, {
    ...(encoding !== "identity" && { "content-encoding": encoding }),
    vary: "accept-encoding",
    "content-type": types[extname(name)] ?? "application/octet-stream",
    "content-length": body.length,
    "cache-control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "no-referrer",
    ...(name === "index.html" && { link: filesAheadOf(content.toString("utf8")) }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
