/** Names of a cycle's secrets. "issuer-…" signs credentials, "tally" opens ballots, "invitation" makes the links. */
export type KeyName = "tally" | "invitation" | "issuer-engineer" | "issuer-executive";
export type CycleKeys = { companyId: string; cycleId: string };

/**
 * Where a cycle's private keys live: never in PostgreSQL. A key management service can take the place of the files
 * by implementing this interface.
 */
export interface KeyStore {
  /** Stores a secret durably before it returns; refuses to replace one. */
  put(cycle: CycleKeys, name: KeyName, secret: Uint8Array): Promise<void>;
  /** The secret, or null if there is none (never made, or destroyed). */
  find(cycle: CycleKeys, name: KeyName): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes every secret of the cycle; repeating it is harmless. */
  destroy(cycle: CycleKeys): Promise<void>;
}
