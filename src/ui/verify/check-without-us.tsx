import { raterGroupLabel } from "@/domain/rater-group";
import { Icon } from "@/ui/kit/icon";
import { LinkButton } from "@/ui/kit/link-button";
import type { PublicRecord } from "./public-record";

const Command = ({ children }: { children: string }) => (
  <pre className="mt-1 rounded-md bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
    {children}
  </pre>
);

/** Downloads, and how to check them on a computer of your own without this site. */
export function CheckWithoutUs({ record, name }: { record: PublicRecord; name: string }) {
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/verify/${name}/manifest.json`} download={`${name}-manifest.json`}>
          <Icon name="download" />
          Rules of the cycle (manifest)
        </LinkButton>
        {record.ledger ? (
          <LinkButton href={`/verify/${name}/ledger.json`} download={`${name}-ledger.json`}>
            <Icon name="download" />
            List of receipts (ledger)
          </LinkButton>
        ) : null}
      </div>
      <ol className="grid list-decimal gap-3 pl-5 text-ink-2">
        <li>
          The manifest’s SHA-256 is the fingerprint above, byte for byte:
          <Command>{`sha256sum ${name}-manifest.json`}</Command>
        </li>
        <li>
          The manifest names the statements (version and hash), the size of the roster, the public keys, and the hash of
          every file of the ballot page.
        </li>
        {record.ledger ? (
          <>
            <li>
              Your receipt is a line of the ledger:
              <Command>{`grep -c YOUR-RECEIPT ${name}-ledger.json`}</Command>
            </li>
            <li>The ledger’s root is the Merkle tree head of the sorted receipts (RFC 6962, section 2.1, SHA-256).</li>
          </>
        ) : (
          <li>The list of receipts joins this page after closing.</li>
        )}
      </ol>
      <details>
        <summary className="font-medium">Rosters and keys as fingerprints</summary>
        <dl className="mt-3 grid gap-3 text-xs">
          {record.groups.map(({ group, rosterRoot, issuerKeyId }) => (
            <div key={group} className="grid gap-1">
              <dt className="font-medium">{raterGroupLabel[group].many}: root of the roster</dt>
              <dd className="font-mono text-ink-2 wrap-anywhere">{rosterRoot}</dd>
              <dt className="font-medium">{raterGroupLabel[group].many}: key that signs the ballots</dt>
              <dd className="font-mono text-ink-2 wrap-anywhere">{issuerKeyId}</dd>
            </div>
          ))}
          {record.ledger ? (
            <div className="grid gap-1">
              <dt className="font-medium">Root of the list of receipts</dt>
              <dd className="font-mono text-ink-2 wrap-anywhere">{record.ledger.root}</dd>
            </div>
          ) : null}
        </dl>
      </details>
    </div>
  );
}
