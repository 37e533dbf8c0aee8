import type { Manifest } from "@/domain/manifest";

/** A person's values of the declared slices, by name; what is left of them is sealed with the answers (D3). */
export type OwnSlices = Record<string, string>;

/** The values the server says are this person's, as far as the manifest, which is the same for all, names them. */
export function ownSlices(manifest: Manifest, said: Partial<Record<string, string>>): OwnSlices {
  const own: OwnSlices = {};
  for (const { name, values } of manifest.slices) {
    const value = said[name];
    if (value !== undefined && values.includes(value)) own[name] = value;
  }
  return own;
}

/** The values that were not left out, or undefined if none is left. */
export function keptSlices(own: OwnSlices | undefined, leftOut: readonly string[] = []): OwnSlices | undefined {
  const kept = Object.entries(own ?? {}).filter(([name]) => !leftOut.includes(name));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
