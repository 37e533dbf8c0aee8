import { sealInto, send } from "@/ballot/cast";
import { collect } from "@/ballot/collect";
import { allMatch, manifestIn, readFragment } from "@/ballot/fingerprint";
import { keptSlices, ownSlices } from "@/ballot/slices";
import type { Wire } from "@/ballot/wire";
import type { BallotAnswers } from "@/domain/answers";

/** What an invitation link says: the cycle, the fingerprint and the personal token. */
export function readLink(text: string): { cycle: string; manifestHash: string; invitation: string } {
  const match = /\/ballot\/([a-z0-9-]+)(#[0-9a-f]{64}\.[A-Za-z0-9_-]+)/.exec(text);
  const link = match?.[2] ? readFragment(match[2]) : null;
  if (!match?.[1] || !link) throw new Error("there is no ballot link in this text");
  return { cycle: match[1], ...link };
}

/** Does what a browser does with an invitation: checks the fingerprint twice, claims, seals and casts. Null stops after claiming. */
export async function answerInvitation(
  wire: Wire,
  link: ReturnType<typeof readLink>,
  answers: BallotAnswers | null,
): Promise<{ leaf: string; seed: Uint8Array } | null> {
  const { cycle, manifestHash, invitation } = link;
  const invited = await wire.claim.manifest({ cycle, invitation });
  const open = await wire.ballot.manifest({ cycle });
  if (!(await allMatch(manifestHash, [invited.manifest, open.manifest]))) throw new Error("the fingerprints differ");
  const manifest = manifestIn(invited.manifest, cycle);
  const nothingToSave = async () => undefined;
  const collected = await collect(
    wire,
    { cycle, manifestHash, invitation },
    manifest,
    invited.person.group,
    nothingToSave,
  );
  if (!answers) return null;
  const slices = keptSlices(ownSlices(manifest, invited.slices));
  const said = slices && !answers.slices ? { ...answers, slices } : answers;
  const sent = await send(wire, await sealInto(collected, said, manifest));
  if (!sent.cast?.leaf) throw new Error("the ballot was not accepted");
  return { leaf: sent.cast.leaf, seed: sent.cast.seed };
}
