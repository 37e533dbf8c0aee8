import type { Settled } from "../settle";
import { StopScreen } from "./stop-screen";

type Props = { heading: string; settled: Settled; busy: boolean; onDone: () => void };

/** The cycle closed while the ballot was on its way: what counts now. */
export function LateScreen({ heading, settled, busy, onDone }: Props) {
  const { cast } = settled.record;
  const button = (text: string) => (
    <button className="btn primary big" type="button" onClick={onDone} disabled={busy}>
      {text}
    </button>
  );
  if (cast) {
    return (
      <StopScreen heading={heading} title="Your change came too late." footer={button("See my ballot")}>
        <p className="lede">The cycle closed before it arrived. Version {cast.version}, sealed before it, counts.</p>
      </StopScreen>
    );
  }
  return (
    <StopScreen heading={heading} title="Your ballot came too late." footer={button("Remove it from this device")}>
      <p className="lede">The cycle closed before it arrived, so it does not count. Nobody has read it.</p>
      <p className="explain">
        Its receipt is not in the published list of all counted ballots, which was checked here.
      </p>
    </StopScreen>
  );
}
