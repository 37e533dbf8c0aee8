import * as openid from "openid-client";
import { z } from "zod";
import { clockToleranceSeconds } from "@/domain/sign-on";
import { env } from "@/env.js";
import { outgoingFetch } from "@/server/outgoing/outgoing-fetch";
import { type Connection, openClientSecret } from "./connection";

const timeoutSeconds = 10;
const metadataMilliseconds = 600_000;
const longestAnswerBytes = 512 * 1024;

type Known = { metadata: openid.ServerMetadata; until: number; keys: openid.ExportedJWKSCache | undefined };
/** What providers say of themselves, for ten minutes: nobody can make this server ask a provider at every click. */
const known = new Map<string, Known>();
const mostKnown = 1000;

// The type that the library names is wider than what it sends: strings, forms and nothing.
const safeFetch: openid.CustomFetch = (address, { body, headers, method, redirect, signal }) =>
  outgoingFetch(
    address,
    { method, headers, redirect, signal, body: body === undefined ? null : (body as BodyInit | null) },
    { answerBytes: longestAnswerBytes },
  );

/** http is for a provider on this machine, in tests and development; the outgoing rules refuse it anywhere else. */
const isPlain = (issuer: string): boolean => env.OUTGOING_ALLOW_LOOPBACK && issuer.startsWith("http:");

/** Asks a provider anew what it says of itself; throws what is wrong with that. */
export async function discover(issuer: string): Promise<openid.ServerMetadata> {
  const found = await openid.discovery(new URL(issuer), "unused", undefined, openid.None(), {
    [openid.customFetch]: safeFetch,
    timeout: timeoutSeconds,
    ...(isPlain(issuer) && { execute: [openid.allowInsecureRequests] }),
  });
  const metadata = found.serverMetadata();
  // The library lets some hosts answer for every tenant under one address: then anybody's tenant could speak for this one.
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw new OtherIssuer(metadata.issuer);
  if (known.size >= mostKnown) known.clear();
  known.set(issuer, { metadata: { ...metadata }, until: performance.now() + metadataMilliseconds, keys: undefined });
  return metadata;
}

/** The provider gives itself another name than the admin typed. */
export class OtherIssuer extends Error {
  constructor(readonly found: string) {
    super("another issuer");
  }
}

/** What a provider publishes as its keys is none. */
export class NoKeys extends Error {}

function authenticate(clientSecret: string, metadata: openid.ServerMetadata): openid.ClientAuth {
  const methods = metadata.token_endpoint_auth_methods_supported;
  // What a provider that names no method takes (RFC 8414).
  const basic = methods === undefined || methods.includes("client_secret_basic");
  return basic ? openid.ClientSecretBasic(clientSecret) : openid.ClientSecretPost(clientSecret);
}

/** The same for everybody who asks before the answer is there. */
const asking = new Map<string, Promise<openid.ServerMetadata>>();

function metadataOf(issuer: string): Promise<openid.ServerMetadata> {
  const remembered = known.get(issuer);
  if (remembered && remembered.until > performance.now()) return Promise.resolve(remembered.metadata);
  const found = asking.get(issuer) ?? discover(issuer).finally(() => asking.delete(issuer));
  asking.set(issuer, found);
  return found;
}

/** A client for one company's provider at a moment: tokens are judged by that moment's clock, and their signature always. */
export async function clientFor(connection: Connection, now: Date): Promise<openid.Configuration> {
  const { issuer, clientId } = connection;
  const metadata = await metadataOf(issuer);
  const client = new openid.Configuration(
    metadata,
    clientId,
    {
      [openid.clockTolerance]: clockToleranceSeconds,
      [openid.clockSkew]: Math.round((now.getTime() - Date.now()) / 1000),
    },
    authenticate(openClientSecret(connection), metadata),
  );
  client[openid.customFetch] = safeFetch;
  client.timeout = timeoutSeconds;
  openid.enableNonRepudiationChecks(client);
  if (isPlain(issuer)) openid.allowInsecureRequests(client);
  const keys = known.get(issuer)?.keys;
  if (keys) openid.setJwksCache(client, keys);
  return client;
}

/** Keeps the provider's keys for its next sign-in; the library asks again for a key it does not know. */
export function rememberKeys(issuer: string, client: openid.Configuration): void {
  const it = known.get(issuer);
  if (it) it.keys = openid.getJwksCache(client);
}

/** How many usable keys a provider publishes; throws what is wrong with them. */
export async function readKeys({ jwks_uri }: openid.ServerMetadata): Promise<number> {
  const answer = await outgoingFetch(jwks_uri ?? "", { redirect: "manual" }, { answerBytes: longestAnswerBytes });
  const keys = z.object({ keys: z.array(z.looseObject({ kty: z.enum(["RSA", "EC", "OKP"]) })).min(1) });
  const read = keys.safeParse(answer.ok ? await answer.json().catch(() => null) : null);
  if (!read.success) throw new NoKeys();
  return read.data.keys.length;
}
