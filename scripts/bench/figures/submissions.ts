import fs from "node:fs";
import path from "node:path";
import { aimed, type Measurement, plain } from "../figure";
import { runPart } from "../part";
import { foundCompany, invitationsOf, openQuarter } from "../prepare/company";
import { median } from "../statistics";

const clients = 4;
/** Invitations of each client, by what is done with them. */
const [warmUp, ahead, onTheWay, apart] = [10, 120, 25, 80] as const;
const each = warmUp + ahead + onTheWay + apart;

type Span = { begun: number; ended: number };

/** Per second over all clients, from the first that began to the last that ended. */
function rate(spans: readonly Span[], countEach: number): number {
  const length = Math.max(...spans.map(({ ended }) => ended)) - Math.min(...spans.map(({ begun }) => begun));
  return (countEach * spans.length) / (length / 1000);
}

/** Claim and cast over HTTP by four processes, with what the voting page computes between the two. */
export const submissions: Measurement = async ({ url, env, dataDir, withServer }) => {
  const now = new Date();
  const { name, manifest, ...place } = await openQuarter(
    await foundCompany("submissions", clients * each, now),
    "2031-Q1",
    now,
  );
  const invitations = await invitationsOf(place);
  const folder = path.join(dataDir, "submissions");
  fs.mkdirSync(folder);
  const shareOf = (client: number) => {
    const own = invitations.slice(client * each, (client + 1) * each);
    const shares = { warmUp: own.splice(0, warmUp), ahead: own.splice(0, ahead), onTheWay: own.splice(0, onTheWay) };
    return { url, cycle: name, manifest, ...shares, apart: own, folder, client, clients };
  };
  const found = await withServer(() =>
    Promise.all(Array.from({ length: clients }, (_, client) => runPart("submission-load", shareOf(client), env))),
  );
  const claimRate = rate(
    found.map(({ claims }) => claims),
    apart,
  );
  const castRate = rate(
    found.map(({ casts }) => casts),
    apart,
  );
  const whole = rate(
    found.map((client) => client.ahead),
    ahead,
  );
  const blinding = rate(
    found.map((client) => client.onTheWay),
    onTheWay,
  );
  const ms = (values: number[]) => `${median(values).toFixed(0)} ms`;
  return [
    aimed({ what: "whole submissions, 4 clients, blinded ahead", value: whole, unit: "/s", atLeast: 150 }),
    plain("whole submissions, 4 clients, blinding included", `${blinding.toFixed(0)}/s`),
    plain("claims alone, casts alone, 4 clients", `${claimRate.toFixed(0)}/s, ${castRate.toFixed(0)}/s`),
    plain("claim and cast, the client's mathematics apart", `${(1 / (1 / claimRate + 1 / castRate)).toFixed(0)}/s`),
    plain(
      "one blinding, one finalizing and sealing, 4 at once",
      `${ms(found.map(({ blindingMs }) => blindingMs))}, ${ms(found.map(({ finalizingMs }) => finalizingMs))}`,
    ),
  ];
};
