import { type inferRouterInputs, type inferRouterOutputs, initTRPC, TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, expectTypeOf, test } from "vitest";
import { ballotStateInput, withdrawInput } from "@/domain/ballot";
import { toBase64Url } from "@/domain/bytes";
import type { BallotRouter } from "@/server/ballot/router";
import type { ClaimRouter } from "@/server/credential/router";
import { type BallotWire, type ClaimWire, wireOver } from "./wire";

const { router, procedure } = initTRPC.create();
const asked: { url: string; init: RequestInit | undefined }[] = [];

const routers = {
  ballot: router({
    manifest: procedure.query(() => ({
      manifest: "{}",
      hash: "00",
      phase: "open",
      ledgerPublished: false,
      at: "2026-06-01T08:00:00.000Z",
    })),
    state: procedure
      .input(ballotStateInput)
      .mutation(({ input }) => (input.nullifier[0] === 0 ? null : { version: 2, withdrawn: false })),
    withdraw: procedure.input(withdrawInput).mutation(({ input }) => ({ version: input.version })),
  }),
  claim: router({
    claim: procedure.mutation(() => {
      throw new TRPCError({ code: "CONFLICT", message: "Another device was first." });
    }),
  }),
};

/** A real tRPC server, called without a network. */
const send: typeof fetch = async (target, init) => {
  const url = String(target);
  asked.push({ url, init });
  const name = url.includes("/api/claim") ? "claim" : "ballot";
  return fetchRequestHandler({
    endpoint: `/api/${name}`,
    router: routers[name] as typeof routers.ballot,
    req: new Request(url, init),
    createContext: () => ({}),
  });
};
const wire = wireOver("http://norrvik.example", send);
const cycle = "norrvik-2026-q2";
const bytes = (length: number, fill: number) => toBase64Url(new Uint8Array(length).fill(fill));

test("a query and a mutation reach a tRPC server and come back; a nullifier never stands in an address", async () => {
  expect((await wire.ballot.manifest({ cycle })).phase).toBe("open");
  expect(await wire.ballot.state({ cycle, nullifier: bytes(32, 1) })).toEqual({ version: 2, withdrawn: false });
  expect(await wire.ballot.state({ cycle, nullifier: bytes(32, 0) })).toBeNull();
  const request = { cycle, keyId: bytes(32, 1), ballotPublicKey: bytes(32, 2), version: 3, signature: bytes(64, 3) };
  expect(await wire.ballot.withdraw(request)).toEqual({ version: 3 });
  expect(asked.some(({ url }) => url.includes(bytes(32, 1)))).toBe(false);
});

test("a refusal arrives with its code and its sentence", async () => {
  const request = { cycle, invitation: "x".repeat(43), keyId: bytes(32, 1), blindedMessage: bytes(384, 1) };
  await expect(wire.claim.claim(request)).rejects.toMatchObject({
    code: "CONFLICT",
    message: "Another device was first.",
  });
  await expect(wire.ballot.state({ cycle, nullifier: "short" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("no answer, or one that is not tRPC's, counts as no answer", async () => {
  const dead = wireOver("http://norrvik.example", () => Promise.reject(new TypeError("failed to fetch")));
  await expect(dead.ballot.manifest({ cycle })).rejects.toMatchObject({ code: "OFFLINE" });
  const proxy = wireOver("http://norrvik.example", async () => new Response("<h1>502</h1>", { status: 502 }));
  await expect(proxy.ballot.manifest({ cycle })).rejects.toMatchObject({ code: "OFFLINE" });
});

test("every request leaves cookies, referrer and cache behind", () => {
  expect(asked.length).toBeGreaterThan(3);
  for (const { init } of asked) {
    expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  }
});

type Inputs<W> = { [P in keyof W]: W[P] extends (input: infer I) => unknown ? I : never };
type Outputs<W> = { [P in keyof W]: W[P] extends (input: never) => Promise<infer O> ? O : never };

test("what the page says and expects is what the two routers take and give", () => {
  expectTypeOf<Inputs<BallotWire>>().toExtend<inferRouterInputs<BallotRouter>>();
  expectTypeOf<inferRouterOutputs<BallotRouter>>().toExtend<Outputs<BallotWire>>();
  expectTypeOf<Inputs<ClaimWire>>().toExtend<inferRouterInputs<ClaimRouter>>();
  expectTypeOf<inferRouterOutputs<ClaimRouter>>().toExtend<Outputs<ClaimWire>>();
});
