import { useEffect, useMemo, useState } from "preact/hooks";
import { ballotForm } from "@/domain/ballot-form";
import { recoveryCode } from "@/domain/recovery-code";
import { refreshed, takeBack } from "../cast";
import { collect } from "../collect";
import type { Desk } from "../desk";
import type { DeviceRecord } from "../device-record";
import { answersOf, hasValue, newDraft } from "../draft";
import { failureSentence } from "../failure";
import { wordsOf } from "../fingerprint";
import { pagesOf } from "../pages";
import { UntrustedIssuer } from "../protocol";
import { useCasting } from "../use-casting";
import { useRecord } from "../use-record";
import { useRoute, type View } from "../use-route";
import { useWindow } from "../use-window";
import { type CyclePage, momentNow } from "../visit";
import { type Wire, WireError } from "../wire";
import { headingOf, sealingOf } from "../wording";
import { BallotPages } from "./ballot-pages";
import { HomeScreen } from "./home-screen";
import { LateScreen } from "./late-screen";
import { ReceiptScreen } from "./receipt-screen";
import { ReviewScreen } from "./review-screen";
import { SendingScreen } from "./sending-screen";
import { StopScreen } from "./stop-screen";
import { useArrival } from "./use-arrival";
import { WelcomeScreen } from "./welcome-screen";

type Props = { wire: Wire; cycle: CyclePage; desk: Desk; onElsewhere: () => void };

/** What may be shown with this record; the browser's back button can ask for pages that no longer exist. */
function viewOf(record: DeviceRecord, asked: View): View | "sending" {
  if (record.pending) return "sending";
  const root = record.cast ? "home" : "welcome";
  if (record.draft) return asked === "pages" || asked === "activities" || asked === "review" ? asked : root;
  return asked === "receipt" && record.cast?.leaf ? "receipt" : root;
}

/** One sitting: from the promise to the receipt, and back for a change. */
export function Sitting({ wire, cycle, desk, onElsewhere }: Props) {
  const { manifest } = cycle;
  const { contact } = manifest.company;
  const heading = headingOf(manifest);
  const words = useMemo(() => wordsOf(cycle.manifestHash), [cycle.manifestHash]);
  const navigation = useRoute();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(
    desk.record.pending ? "It was sealed here, but not confirmed." : null,
  );
  const { record, commit, edit } = useRecord(desk.records, desk.deviceName, desk.record, () =>
    setFailure("This ballot was sealed in another tab of this browser. The answers that were open here are not kept."),
  );
  const [untrusted, setUntrusted] = useState(false);
  const [code, setCode] = useState("");
  const { group = "engineer", draft, cast } = record;
  const form = useMemo(() => ballotForm(group, manifest.seats, manifest.commitments), [group, manifest]);
  const view = viewOf(record, navigation.route.view);
  const open = cycle.phase === "open";
  const pages = useMemo(() => (draft ? pagesOf(form, draft) : []), [form, draft]);
  const sealsFrom = useWindow(cycle) === "claims" ? sealingOf(manifest) : null;
  // What waits for the second window may be left: it is on this device.
  const unsent = draft !== undefined && hasValue(draft) && !(sealsFrom && desk.records.lasting);
  useArrival(view, cast?.withdrawn === true, navigation.route.page, pages, unsent);

  const seed = cast?.seed;
  useEffect(() => {
    if (seed) recoveryCode(seed).then(setCode);
  }, [seed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    if (!open || !cast || record.pending) return;
    refreshed(wire, manifest.cycle.name, cast).then(
      (now) => {
        if (!now) setFailure(`The server does not know this ballot. Tell ${contact}.`);
        else if (now !== cast) commit({ ...record, cast: now });
      },
      () => undefined,
    );
  }, []);

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await act();
    } catch (error) {
      if (error instanceof UntrustedIssuer) setUntrusted(true);
      setFailure(failureSentence(error, contact));
    }
    setBusy(false);
  };
  /** What another tab of this browser may have done meanwhile: its ballot, or its blinding state, is never overwritten. */
  const stored = async (): Promise<DeviceRecord> => {
    const found = (await desk.records.find(record.cycle, desk.deviceName))?.record;
    return found && (found.blinding || found.pending || found.cast) ? found : record;
  };
  const begin = () =>
    attempt(async () => {
      if (draft) return navigation.go(draft.reviewed ? "review" : "pages", draft.page);
      // Asks the browser not to forget what the second visit needs; it may decline.
      navigator.storage?.persist?.().catch(() => undefined);
      const current = await stored();
      if (current.draft || current.pending || current.cast) return commit(current);
      try {
        const collected = await collect(wire, current, manifest, group, commit);
        await commit({ ...collected, draft: newDraft(form) });
        navigation.go("pages");
      } catch (error) {
        if (error instanceof WireError && error.code === "CONFLICT") onElsewhere();
        else throw error;
      }
    });
  const casting = useCasting({ wire, desk, manifest, record, stored, commit, attempt, navigation });
  const sealAndSend = () => draft && casting.sealAndSend(answersOf(draft, form, record.slices));
  const reviseIt = () =>
    attempt(async () => {
      if (!draft) await commit({ ...record, draft: newDraft(form) });
      navigation.go("pages", draft?.page ?? 0);
    });

  if (untrusted) {
    return (
      <StopScreen heading={heading} title="The key is not the one that was announced.">
        <p className="lede">Do not answer. Tell {contact}.</p>
        <p className="explain">
          Your ballot would not have been anonymous with it, so this page stopped. No answer was sent.
        </p>
      </StopScreen>
    );
  }
  if (view === "sending" && casting.late) {
    return <LateScreen heading={heading} settled={casting.late} busy={busy} onDone={casting.leaveLate} />;
  }
  if (view === "sending") {
    return (
      <SendingScreen
        heading={heading}
        busy={busy}
        failure={failure}
        superseded={casting.superseded}
        onAgain={casting.sendAgain}
        onDrop={casting.drop}
      />
    );
  }
  if (view === "receipt" && cast?.leaf) {
    const done = () => navigation.replace("home");
    const { leaf, version } = cast;
    return (
      <ReceiptScreen manifest={manifest} heading={heading} code={code} leaf={leaf} version={version} onDone={done} />
    );
  }
  if (view === "home" && cast) {
    return (
      <HomeScreen
        manifest={manifest}
        heading={heading}
        words={words}
        cast={cast}
        open={open}
        now={momentNow(cycle)}
        busy={busy}
        failure={failure}
        onRevise={reviseIt}
        onWithdraw={() => attempt(async () => commit(await takeBack(wire, record)))}
        onReceipt={() => navigation.go("receipt")}
      />
    );
  }
  if (view === "review" && draft) {
    return (
      <ReviewScreen
        form={form}
        pages={pages}
        draft={draft}
        heading={heading}
        revising={cast !== undefined}
        sealsFrom={sealsFrom}
        slices={record.slices}
        declared={manifest.slices.length > 0 && group === "engineer"}
        onLeaveOut={(leftOut) => edit((now) => ({ ...now, leftOut }))}
        busy={busy}
        failure={failure}
        onChange={(page) => navigation.go("pages", page)}
        onActivities={() => navigation.go("activities")}
        onBack={() => navigation.back("pages", pages.length - 1)}
        onSeal={sealAndSend}
      />
    );
  }
  if ((view === "pages" || view === "activities") && draft) {
    return (
      <BallotPages
        manifest={manifest}
        form={form}
        pages={pages}
        draft={draft}
        heading={heading}
        roster={desk.roster}
        navigation={navigation}
        edit={edit}
      />
    );
  }
  return (
    <WelcomeScreen
      manifest={manifest}
      heading={heading}
      words={words}
      group={group}
      collected={record.credential !== undefined}
      lasting={desk.records.lasting}
      roster={desk.roster}
      busy={busy}
      failure={failure}
      onBegin={begin}
    />
  );
}
