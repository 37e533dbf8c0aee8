import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

const source = fileURLToPath(new URL("..", import.meta.url));
const output = fileURLToPath(new URL("../../public/ballot", import.meta.url));
/** Of what a browser of today loads; the portable Ed25519 is for older ones. */
const budgets = { ".js": 60_000, ".css": 15_000 };

const emittedFiles = (): string[] =>
  readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(output.length + 1))
    .sort();

const hashOf = (algorithm: string, path: string, encoding: "hex" | "base64"): string =>
  createHash(algorithm)
    .update(readFileSync(join(output, path)))
    .digest(encoding);

/** Every script and style tag gets the hash of its file; a tag that names no emitted file stops the build. */
function lockTags(html: string): string {
  return html.replace(
    /<(script|link)\b([^>]*?)(?: crossorigin)?((?: (?:src|href)="\/ballot\/[^"]+"))([^>]*)>/g,
    (...parts) => {
      const [, tag, before, address, after] = parts.map(String);
      const path = /"\/ballot\/([^"]+)"/.exec(address ?? "")?.[1] ?? "";
      return `<${tag}${before}${address}${after} integrity="sha384-${hashOf("sha384", path, "base64")}" crossorigin="anonymous">`;
    },
  );
}

const fileOf = (name: string): string => {
  const path = emittedFiles().find((file) => new RegExp(`^assets/${name}-[^/]+\\.js$`).test(file));
  if (!path) throw new Error(`The build has no file ${name}.`);
  return path;
};

/** Puts what asks for the manifest before the page's other code, to run as soon as it is there. */
const askEarly = (html: string): string =>
  html.replace(
    '<script type="module"',
    `<script type="module" async crossorigin src="/ballot/${fileOf("early")}"></script>\n    <script type="module"`,
  );

/** Notes the file of the cryptographic primitives and its hash in the page; the page asks for it when it stands. */
function noteSealingCode(html: string): string {
  return html.replace("</head>", `  <link rel="sealing-code" href="/ballot/${fileOf("primitives")}">\n  </head>`);
}

/** Subresource integrity, the list of hashes for the manifest, and the size budget: what an auditor relies on. */
function lockBallotPage(): Plugin {
  return {
    name: "lock-ballot-page",
    apply: "build",
    closeBundle() {
      const page = join(output, "index.html");
      writeFileSync(page, lockTags(askEarly(noteSealingCode(readFileSync(page, "utf8")))));
      const files = emittedFiles().filter((path) => path !== "files.json");
      const list = files.map((path) => ({ path, sha256: hashOf("sha256", path, "hex") }));
      writeFileSync(join(output, "files.json"), `${JSON.stringify(list, null, 2)}\n`);
      for (const [ending, budget] of Object.entries(budgets)) {
        const size = files
          .filter((path) => path.endsWith(ending) && !path.includes("/portable-"))
          .reduce((sum, path) => sum + gzipSync(readFileSync(join(output, path)), { level: 9 }).length, 0);
        this.info(`${ending} ${size} of at most ${budget} bytes gzipped`);
        if (size > budget) this.error(`The ballot page's ${ending} files are ${size} bytes gzipped, over ${budget}.`);
      }
    },
  };
}

/** A browser has WebCrypto: the way round it for old Node versions would be a third file of the page. */
function leaveOutNodeCrypto(): Plugin {
  return {
    name: "leave-out-node-crypto",
    transform: (code, id) =>
      id.includes("@hpke/common") ? code.replaceAll('await import("crypto")', "globalThis") : undefined,
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/ballot/",
  publicDir: false,
  plugins: [preact({ devToolsEnabled: false, reactAliasesEnabled: false }), leaveOutNodeCrypto(), lockBallotPage()],
  resolve: { alias: { "@/": source } },
  // What stands for Node alone is left out.
  define: { Buffer: "undefined" },
  build: {
    outDir: output,
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL("index.html", import.meta.url)),
        early: fileURLToPath(new URL("early.ts", import.meta.url)),
      },
      // Schemas that the page does not call fall away; without this all of zod would be in the bundle.
      treeshake: {
        manualPureFunctions: ["z", "bytesOf", "commentText"],
        propertyReadSideEffects: false,
        moduleSideEffects: (id) => !/node_modules\/(?:@hpke|@scure|zod)\//.test(id),
      },
    },
  },
});
