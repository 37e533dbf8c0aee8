import { join } from "node:path";
import { env } from "@/env.js";
import { fileKeyStore } from "./file-key-store";
import type { KeyStore } from "./key-store";

let store: KeyStore | null = null;

/** The key store of this process. */
export function keyStore(): KeyStore {
  store ??= fileKeyStore(join(env.TANDEM_DATA_DIR, "keys"), Buffer.from(env.TANDEM_MASTER_KEY, "base64"));
  return store;
}
