import { Icon } from "./icon";

type Props = { note: string; label?: string; failure?: string | null; onBack: () => void; onNext: () => void };

/** Back and on; never blocked by an open statement. */
export function PageFoot({ note, label = "Continue", failure, onBack, onNext }: Props) {
  return (
    <>
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <div className="row">
        <button className="btn big" type="button" aria-label="Previous page" onClick={onBack}>
          <Icon name="back" />
        </button>
        <button
          className="btn primary big"
          type="button"
          onClick={(event) => {
            // The second press of a double click would pass over the page that stands here by then.
            if (event.detail <= 1) onNext();
          }}
        >
          {label}
        </button>
      </div>
      <p>{note}</p>
    </>
  );
}
