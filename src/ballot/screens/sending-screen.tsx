import { Frame } from "./frame";

type Props = {
  heading: string;
  busy: boolean;
  failure: string | null;
  superseded: boolean;
  onAgain: () => void;
  onDrop: () => void;
};

/** The ballot is sealed on this device and on its way, or waiting for another try. */
export function SendingScreen({ heading, busy, failure, superseded, onAgain, onDrop }: Props) {
  const footer = superseded ? (
    <>
      <button className="btn primary big" type="button" onClick={onDrop} disabled={busy}>
        See where my ballot stands
      </button>
      <p>The sealed copy on this device is discarded; the newer one counts.</p>
    </>
  ) : (
    <>
      <button className="btn primary big" type="button" onClick={onAgain} disabled={busy}>
        {busy ? "Sealing…" : "Try again"}
      </button>
      <p>Trying again is safe: the same sealed ballot counts once.</p>
    </>
  );
  return (
    <Frame heading={heading} footer={footer}>
      <h1 tabIndex={-1}>{busy || !failure ? "Sealing your ballot." : "Not sent yet."}</h1>
      <p className="lede" role={failure ? "alert" : undefined}>
        {busy || !failure
          ? "It is sealed on this device and being sent."
          : `Your sealed ballot is still here. ${failure}`}
      </p>
    </Frame>
  );
}
