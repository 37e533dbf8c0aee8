import { randomBytes, randomUUID } from "node:crypto";
import { toBase64Url, toHex } from "@/domain/bytes";
import type { AskedCommitment } from "@/domain/commitment-statement";
import { issuerKeyId } from "@/domain/credential";
import { disputeDays } from "@/domain/cycle";
import { instrument, instrumentHash } from "@/domain/instrument";
import { rosterRoot } from "@/domain/ledger";
import { type Manifest, manifestHash, manifestText } from "@/domain/manifest";
import type { OpeningCheck } from "@/domain/opening";
import { cycleName } from "@/domain/quarter";
import { parseSlices, type Slices } from "@/domain/roster";
import type { Seat } from "@/domain/seat";
import type { SeatState } from "@/domain/seat-schema";
import { plannedValue, valuesOfPlan } from "@/domain/slice-plan";
import { wallTimeOf } from "@/domain/time-zone";
import { windowsOf } from "@/domain/windows";
import type { SeatHolder } from "@/server/company/queries";
import type { Actor } from "@/server/company/tenant";
import { makeIssuerKey } from "@/server/credential/issuer";
import { invitationHash, invitationToken } from "@/server/invitation/token";
import { keyStore } from "@/server/keys/keys";
import { makeTallyKey, tallyKeyWorks } from "@/server/tally/tally-key";
import { ballotPageFiles } from "./ballot-page";

type Person = {
  id: string;
  name: string;
  email: string;
  group: string | null;
  slices: unknown;
  timeZone: string | null;
};

export type Opening = {
  manifest: string;
  manifestHash: Uint8Array;
  issuerKeys: { keyId: Uint8Array<ArrayBuffer>; group: string; spki: Uint8Array<ArrayBuffer> }[];
  roster: {
    id: string;
    memberId: string;
    name: string;
    email: string;
    group: string;
    slices: Slices;
    timeZone: string | null;
    invitationHash: Uint8Array<ArrayBuffer>;
  }[];
};

export type OpeningRequest = {
  tenant: Actor;
  contact: string;
  /** The company's. */
  timeZone: string;
  cycle: { id: string; quarter: string; closesAt: Date; castsFrom: Date | null };
  people: Person[];
  seats: Record<Seat, SeatHolder | null>;
  check: OpeningCheck;
  /** What the leaders announced after the last report: asked in this cycle. */
  commitments: readonly AskedCommitment[];
};

const stateOf = (holder: SeatHolder | null): SeatState =>
  holder ? { kind: "held", name: holder.name } : { kind: "vacant" };

function shownAt(moment: Date, zone: string): string {
  const { day, time } = wallTimeOf(moment, zone);
  return `${day}T${time}`;
}

/**
 * Makes everything an open cycle needs: keys (stored and tried before they are relied on), the frozen roster and the
 * manifest. Called with the draft locked, so leftovers of an opening that was killed half-way may be replaced.
 */
export async function prepareOpening(request: OpeningRequest): Promise<Opening> {
  const { tenant, cycle, people, seats, check } = request;
  const place = { companyId: tenant.companyId, cycleId: cycle.id };
  const store = keyStore();
  await store.destroy(place);
  const invitationKey = randomBytes(32);
  const tally = await makeTallyKey();
  await store.put(place, "invitation", invitationKey);
  await store.put(place, "tally", tally.privateKey);
  const stored = await store.find(place, "tally");
  if (!stored || !(await tallyKeyWorks(stored, tally.publicKey))) {
    throw new Error("the tally key did not survive a test decryption from the key store");
  }
  const issuerKeys: Opening["issuerKeys"] = [];
  const groups: Manifest["groups"] = [];
  const roster: Opening["roster"] = [];
  const asked = check.slices.filter((plan) => plan.asked);
  // Only what the ballot will ask is frozen: the person's value as it is told apart, or the rest.
  const slicesOf = (person: Person): Slices => {
    const own = parseSlices(person.slices);
    return Object.fromEntries(asked.map((plan) => [plan.name, plannedValue(plan, own[plan.name])]));
  };
  for (const { group } of check.groups) {
    const members = people.filter((person) => person.group === group);
    const { pkcs8, spki } = await makeIssuerKey();
    await store.put(place, `issuer-${group}`, pkcs8);
    const keyId = await issuerKeyId(spki);
    issuerKeys.push({ keyId, group, spki: new Uint8Array(spki) });
    groups.push({
      group,
      rosterSize: members.length,
      rosterRoot: toHex(await rosterRoot(members)),
      issuerKeyId: toHex(keyId),
      issuerKey: toBase64Url(spki),
    });
    for (const person of members) {
      const { id: memberId, name, email, timeZone } = person;
      const id = randomUUID();
      roster.push({
        id,
        memberId,
        name,
        email,
        group,
        slices: group === "engineer" ? slicesOf(person) : {},
        timeZone,
        invitationHash: invitationHash(invitationToken(invitationKey, id)),
      });
    }
  }
  const text = manifestText({
    format: "tandem/manifest/1",
    company: { slug: tenant.slug, name: tenant.name, contact: request.contact },
    cycle: {
      name: cycleName(tenant.slug, cycle.quarter),
      quarter: cycle.quarter,
      opensAt: tenant.now.toISOString(),
      closesAt: cycle.closesAt.toISOString(),
    },
    windows: windowsOf(cycle.castsFrom),
    clocks: {
      timeZone: request.timeZone,
      closesAt: shownAt(cycle.closesAt, request.timeZone),
      ...(cycle.castsFrom && { castsFrom: shownAt(cycle.castsFrom, request.timeZone) }),
    },
    instrument: { version: instrument.instrument.version, hash: await instrumentHash() },
    seats: {
      cto: stateOf(seats.cto),
      vpe: stateOf(seats.vpe),
      onePerson: seats.cto !== null && seats.cto.memberId === seats.vpe?.memberId,
    },
    groups,
    tallyKey: toBase64Url(tally.publicKey),
    slices: asked.map((plan) => ({ name: plan.name, values: valuesOfPlan(plan) })),
    ...(request.commitments.length === 0 ? {} : { commitments: [...request.commitments] }),
    ballotPage: await ballotPageFiles(),
    disputeDays,
  });
  return { manifest: text, manifestHash: await manifestHash(text), issuerKeys, roster };
}
