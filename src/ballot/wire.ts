import type { z } from "zod";
import type { ballotStateInput, castInput, claimInput, withdrawInput } from "@/domain/ballot";
import type { Ledger } from "@/domain/ledger";
import type { RaterGroup } from "@/domain/rater-group";
import { plainRequest, queryAddress, takeEarly } from "./early";

type ClaimRequest = z.input<typeof claimInput>;
export type CastRequest = z.input<typeof castInput>;
export type WithdrawRequest = z.input<typeof withdrawInput>;
type StateRequest = z.input<typeof ballotStateInput>;

export type RosterName = { name: string; email: string };

/** Procedures of the claim router: the only place where an invitation, hence a person, is named. */
export type ClaimWire = {
  manifest(input: { cycle: string; invitation: string }): Promise<{
    manifest: string;
    hash: string;
    person: { name: string; email: string; group: RaterGroup };
    /** Their own value of each declared slice, by name. */
    slices: Partial<Record<string, string>>;
    claimed: boolean;
    roster: RosterName[];
  }>;
  claim(input: ClaimRequest): Promise<{ blindSignature: string }>;
};

/** Procedures of the ballot router: no session, no invitation, no person. */
export type BallotWire = {
  manifest(input: { cycle: string }): Promise<{
    manifest: string;
    hash: string;
    phase: "open" | "closed" | "released";
    ledgerPublished: boolean;
    /** The server's clock, ISO 8601. */
    at: string;
  }>;
  cast(input: CastRequest): Promise<{ leaf: string; version: number }>;
  withdraw(input: WithdrawRequest): Promise<{ version: number }>;
  state(input: StateRequest): Promise<{ version: number; withdrawn: boolean } | null>;
  /** What is stored of a ballot, by which its owner checks it: hash of the envelope and signature, base64url. */
  proof(
    input: StateRequest,
  ): Promise<{ version: number; withdrawn: boolean; envelopeHash: string; signature: string } | null>;
};

export type Wire = {
  claim: ClaimWire;
  ballot: BallotWire;
  /** The published list of receipts, whole, so that nobody learns which one is looked for; null while there is none. */
  ledger(cycle: string): Promise<Ledger | null>;
};

/** A request that was refused, or that never arrived ("OFFLINE": nobody knows, so the same request is sent again). */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "WireError";
  }
}

/** The part of tRPC's answer that is read here: plain JSON, no transformer, one call per request. */
type Answer = { result?: { data?: unknown }; error?: { message?: unknown; data?: { code?: unknown } } };

async function read(response: Response): Promise<unknown> {
  const answer: Answer = await response.json();
  if (answer.result) return answer.result.data ?? null;
  const { message, data } = answer.error ?? {};
  throw new WireError(
    typeof data?.code === "string" ? data.code : "OFFLINE",
    typeof message === "string" ? message : "",
  );
}

/**
 * Speaks tRPC's HTTP protocol to both routers without cookies, referrer or cache. Written out instead of using tRPC's client:
 * it is 7 kB less of the voting page to load and to audit, and wire.test.ts holds it against a real tRPC server.
 */
export function wireOver(origin: string, send: typeof fetch = fetch): Wire {
  const call = async (path: string, method: "GET" | "POST", input: unknown): Promise<never> => {
    const json = JSON.stringify(input);
    const address = method === "GET" ? queryAddress(origin, path, json) : `${origin}/api/${path}`;
    const request: RequestInit = { ...plainRequest, method, ...(method === "POST" && { body: json }) };
    try {
      return (await read(await (takeEarly(address) ?? send(address, request)))) as never;
    } catch (error) {
      throw error instanceof WireError ? error : new WireError("OFFLINE", String(error));
    }
  };
  const query = (path: string) => (input: unknown) => call(path, "GET", input);
  const mutation = (path: string) => (input: unknown) => call(path, "POST", input);
  return {
    claim: { manifest: mutation("claim/manifest"), claim: mutation("claim/claim") },
    ballot: {
      manifest: query("ballot/manifest"),
      cast: mutation("ballot/cast"),
      withdraw: mutation("ballot/withdraw"),
      // By POST: a nullifier in an address would stand in the logs of every proxy on the way.
      state: mutation("ballot/state"),
      proof: mutation("ballot/proof"),
    },
    ledger: async (cycle) => {
      try {
        const response = await send(`${origin}/verify/${cycle}/ledger.json`, {
          credentials: "omit",
          referrerPolicy: "no-referrer",
        });
        return response.ok ? await response.json() : null;
      } catch (error) {
        throw new WireError("OFFLINE", String(error));
      }
    },
  };
}
