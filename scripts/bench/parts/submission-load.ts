import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ballotKeyOf } from "@/ballot/ballot-key";
import { blind, castInputOf, finalize, seal } from "@/ballot/protocol";
import { fromBase64Url, fromHex, toBase64Url, toHex } from "@/domain/bytes";
import { manifestSchema } from "@/domain/manifest";
import { plainBallot } from "../../../prisma/plain-ballot";
import { request } from "./http";

type Input = {
  url: string;
  cycle: string;
  manifest: string;
  /** Invitations by what is done with them. */
  warmUp: string[];
  ahead: string[];
  onTheWay: string[];
  apart: string[];
  /** All clients begin each turn together: each leaves a note in this folder and waits for the others'. */
  folder: string;
  client: number;
  clients: number;
};

/** Begin and end of one turn, in milliseconds since 1970. */
type Span = { begun: number; ended: number };
type Found = { ahead: Span; onTheWay: Span; claims: Span; casts: Span; blindingMs: number; finalizingMs: number };

/** One client, one submission after another: blinded before the clock starts, then with blinding, then requests alone. */
export async function run(input: Input): Promise<Found> {
  const manifest = manifestSchema.parse(JSON.parse(input.manifest));
  const issuer = manifest.groups[0];
  if (!issuer) throw new Error("the manifest has no group");
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const answers = plainBallot(4);

  const call = async (procedure: string, content: unknown) => {
    const body = Buffer.from(JSON.stringify(content));
    const headers = { "content-type": "application/json" };
    const answer = await request(agent, `${input.url}/api/${procedure}`, { method: "POST", headers, body });
    if (answer.status !== 200)
      throw new Error(`${procedure} was refused: ${answer.status} ${answer.body.slice(0, 200)}`);
    return JSON.parse(answer.body).result.data;
  };
  const blindOne = async (invitation: string) => ({
    invitation,
    ...(await blind(fromBase64Url(issuer.issuerKey), fromHex(issuer.issuerKeyId))),
  });
  type Blinded = Awaited<ReturnType<typeof blindOne>>;
  const claim = async ({ invitation, state, blindedMessage }: Blinded) => {
    const keyId = toBase64Url(state.keyId);
    const content = { cycle: input.cycle, invitation, keyId, blindedMessage: toBase64Url(blindedMessage) };
    return { state, signed: fromBase64Url((await call("claim/claim", content)).blindSignature) };
  };
  const finish = async ({ state, signed }: Awaited<ReturnType<typeof claim>>) => {
    const credential = await finalize(state, signed);
    const ballot = await seal(answers, manifest, state.keyId, await ballotKeyOf(state.seed), 1);
    return { leaf: toHex(ballot.leaf), content: castInputOf(input.cycle, ballot, credential) };
  };
  const cast = async ({ leaf, content }: Awaited<ReturnType<typeof finish>>) => {
    if ((await call("ballot/cast", content)).leaf !== leaf) throw new Error("a receipt does not match");
  };
  const submit = async (blinded: Blinded) => cast(await finish(await claim(blinded)));
  const together = async (turn: string) => {
    fs.writeFileSync(path.join(input.folder, `${turn}-${input.client}`), "");
    const here = () => fs.readdirSync(input.folder).filter((name) => name.startsWith(`${turn}-`)).length;
    while (here() < input.clients) await pause(5);
  };
  const inTurn = async <Item, Result>(turn: string, items: readonly Item[], work: (item: Item) => Promise<Result>) => {
    await together(turn);
    const begun = Date.now();
    const results = [];
    for (const item of items) results.push(await work(item));
    return { span: { begun, ended: Date.now() }, results };
  };
  const perItem = ({ begun, ended }: Span, items: readonly unknown[]) => (ended - begun) / items.length;

  for (const invitation of input.warmUp) await submit(await blindOne(invitation));
  const blinded = await inTurn("blind", [...input.ahead, ...input.apart], blindOne);
  const ahead = await inTurn("ahead", blinded.results.slice(0, input.ahead.length), submit);
  const onTheWay = await inTurn("way", input.onTheWay, async (invitation) => submit(await blindOne(invitation)));
  const claims = await inTurn("claim", blinded.results.slice(input.ahead.length), claim);
  const finished = await inTurn("finish", claims.results, finish);
  const casts = await inTurn("cast", finished.results, cast);
  agent.destroy();
  return {
    ahead: ahead.span,
    onTheWay: onTheWay.span,
    claims: claims.span,
    casts: casts.span,
    blindingMs: perItem(blinded.span, blinded.results),
    finalizingMs: perItem(finished.span, finished.results),
  };
}
