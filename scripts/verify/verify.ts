import { wordlist } from "@scure/bip39/wordlists/english.js";
import { type Check, checkLedger, checkManifest, hashOf, pageFiles, parseObject, readReceipt, wordsOf } from "./record";

/** 0: everything holds. 1: something does not. 2: it could not be checked. */
export type Verdict = { code: 0 | 1 | 2; checks: Check[]; notes: string[] };

export type Wanted = {
  /** …/verify/norrvik-2026-q2 */
  address: string;
  receipt?: string;
  /** Fingerprint and words as your own mail says them. */
  hash?: string;
  words?: string;
};

/** SHA-256 of the word list, one word a line: the list is data, and this says that it is the usual one (BIP 39, English). */
const wordListHash = "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda";

export class NotChecked extends Error {}

type Fetch = (address: string) => Promise<{ status: number; ok: boolean; arrayBuffer: () => Promise<ArrayBuffer> }>;

/** Without cookies and without anything that says who asks. */
const plainFetch: Fetch = (address) =>
  fetch(address, { credentials: "omit", redirect: "error", signal: AbortSignal.timeout(20_000) });

function placeOf(address: string): { base: string; origin: string; cycle: string } {
  const url = URL.canParse(address) ? new URL(address) : null;
  const match = /^\/verify\/([a-z0-9-]+-\d{4}-q[1-4])\/?$/.exec(url?.pathname ?? "");
  if (!url || !match?.[1] || !/^https?:$/.test(url.protocol)) {
    throw new NotChecked(
      "Give the address of a public record, for example https://tandem.example/verify/norrvik-2026-q2",
    );
  }
  return { base: `${url.origin}/verify/${match[1]}`, origin: url.origin, cycle: match[1] };
}

async function read(get: Fetch, address: string): Promise<Buffer | null> {
  const answer = await get(address).catch((error: unknown) => {
    throw new NotChecked(`${address} does not answer (${error instanceof Error ? error.message : "error"}).`);
  });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new NotChecked(`${address} answers with status ${answer.status}.`);
  return Buffer.from(await answer.arrayBuffer());
}

async function checkPage(
  get: Fetch,
  origin: string,
  cycle: string,
  files: { path: string; sha256: string }[],
): Promise<Check[]> {
  const checks: Check[] = [
    {
      passed: files.some(({ path }) => path === "index.html"),
      text: "The manifest lists the files of the ballot page.",
    },
  ];
  for (const { path, sha256 } of files) {
    // The page itself is what a rater is served under the name of the cycle.
    const address = `${origin}/ballot/${path === "index.html" ? cycle : path}`;
    const content = await read(get, address);
    checks.push({
      passed: content !== null && hashOf(content) === sha256,
      text: `The ballot page's ${path} is served as the manifest says.`,
    });
  }
  return checks;
}

function checkFingerprint(hash: string, words: string[], wanted: Wanted): Check[] {
  const checks: Check[] = [];
  if (wanted.hash !== undefined) {
    checks.push({
      passed: wanted.hash.trim().toLowerCase() === hash,
      text: "The fingerprint is the one that you gave.",
    });
  }
  if (wanted.words !== undefined) {
    const given = wanted.words.toLowerCase().match(/[a-z]+/g) ?? [];
    checks.push({ passed: given.join(" ") === words.join(" "), text: "The eight words are the ones that you gave." });
  }
  return checks;
}

/** Fetches a public record and checks everything in it that anybody can check. Shares no code with the product. */
export async function verifyRecord(wanted: Wanted, get: Fetch = plainFetch): Promise<Verdict> {
  const { base, origin, cycle } = placeOf(wanted.address);
  const receipt = wanted.receipt === undefined ? undefined : readReceipt(wanted.receipt);
  if (receipt === null) throw new NotChecked("A receipt has 64 characters, 0–9 and a–f.");
  const manifestBytes = await read(get, `${base}/manifest.json`);
  if (!manifestBytes) throw new NotChecked(`There is no public record at ${base}.`);
  const text = manifestBytes.toString("utf8");
  const hash = hashOf(manifestBytes);
  const list: readonly string[] = wordlist;
  const words = wordsOf(hash, list);
  const checks: Check[] = [
    {
      passed: hashOf(`${list.join("\n")}\n`) === wordListHash,
      text: "The word list is the usual one (BIP 39, English).",
    },
    ...checkManifest(text, cycle),
    ...checkFingerprint(hash, words, wanted),
  ];
  const manifest = parseObject(text) ?? {};
  const page = (await read(get, base))?.toString("utf8") ?? "";
  checks.push({ passed: page.includes(hash), text: "The page of the record shows this manifest's fingerprint." });
  const notes = [
    `Fingerprint: ${hash}`,
    `In words:    ${words.join(" ")}`,
    "Compare one of them with your own invitation mail, and with a colleague's: they must be the same for all.",
  ];
  const ledgerBytes = await read(get, `${base}/ledger.json`);
  if (!ledgerBytes) notes.push("There is no ledger yet: it is published after the cycle was closed and counted.");
  const ledger = ledgerBytes && parseObject(ledgerBytes.toString("utf8"));
  const pageChecks = await checkPage(get, origin, cycle, pageFiles(manifest));
  // A closed cycle's page may have been replaced since; while ballots are taken it must be the announced one.
  if (ledger && pageChecks.some(({ passed }) => !passed)) notes.push("The ballot page was replaced after this cycle.");
  else checks.push(...pageChecks);
  if (ledgerBytes && !ledger) checks.push({ passed: false, text: "The ledger is JSON." });
  if (ledger) checks.push(...checkLedger(ledger, manifest));
  if (ledger && receipt) {
    const listed = Array.isArray(ledger.leaves) && ledger.leaves.includes(receipt);
    checks.push({ passed: listed, text: "Your receipt is in the ledger: your ballot was counted as you sealed it." });
  }
  const failed = checks.some(({ passed }) => !passed);
  if (!failed && receipt && !ledger) return { code: 2, checks, notes };
  return { code: failed ? 1 : 0, checks, notes };
}
