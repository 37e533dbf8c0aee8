import { afterEach, expect, test, vi } from "vitest";
import { blind } from "@/ballot/protocol";
import { fromBase64Url, fromHex, toBase64Url } from "@/domain/bytes";
import { keyStore } from "@/server/keys/keys";
import { wireAt } from "../../../prisma/factories";
import { openTestCycle, testNow } from "../../../prisma/test-cycle";
import { adminQuery } from "../../../scripts/testing/admin-query";
import { findPublicCycle } from "./public-cycle";

// What one process keeps in memory, another may have destroyed meanwhile.

afterEach(() => {
  vi.useRealTimers();
});

test("a company that was deleted elsewhere is forgotten within a minute", async () => {
  const cycle = await openTestCycle("deleted", { engineers: 9 });
  vi.useFakeTimers({ toFake: ["Date"] });
  expect(await findPublicCycle("deleted-2031-q1")).toMatchObject({ cycleId: cycle.cycleId });
  await adminQuery("delete from company where id = $1", [cycle.companyId]);
  vi.advanceTimersByTime(60_001);
  expect(await findPublicCycle("deleted-2031-q1")).toBeNull();
}, 30_000);

test("a signing key that was destroyed elsewhere is forgotten within ten minutes", async () => {
  const cycle = await openTestCycle("forgotten", { engineers: 9 });
  const wire = wireAt(testNow);
  const group = (await findPublicCycle("forgotten-2031-q1"))?.manifest.groups[0];
  const { link } = cycle.links[0] ?? {};
  if (!group || !link) throw new Error("the cycle did not open");
  const { state, blindedMessage } = await blind(fromBase64Url(group.issuerKey), fromHex(group.issuerKeyId));
  const request = {
    cycle: link.cycle,
    invitation: link.invitation,
    keyId: toBase64Url(state.keyId),
    blindedMessage: toBase64Url(blindedMessage),
  };
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const first = await wire.claim.claim(request);
  await keyStore().destroy(cycle);
  expect(await wire.claim.claim(request)).toEqual(first);
  vi.advanceTimersByTime(600_001);
  await expect(wire.claim.claim(request)).rejects.toThrow("The keys of this cycle were destroyed.");
}, 30_000);
