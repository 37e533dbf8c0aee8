import { ballotKeyOf } from "@/ballot/ballot-key";
import { blind, finalize } from "@/ballot/protocol";
import { issuerKeyId } from "@/domain/credential";
import { credentialIsValid, readPublicIssuerKey } from "@/server/ballot/verify";
import { blindSign, makeIssuerKey, readIssuerKey } from "@/server/credential/issuer";

/** P1: blinds with the client's library, signs with the server's OpenSSL, finalizes and verifies; returns how many did. */
export async function credentialRuns(runs: number): Promise<number> {
  const { pkcs8, spki } = await makeIssuerKey();
  const publicKey = new Uint8Array(spki);
  const keyId = await issuerKeyId(publicKey);
  const signer = readIssuerKey(pkcs8);
  const verifier = readPublicIssuerKey(publicKey);
  let valid = 0;
  for (let run = 0; run < runs; run += 1) {
    const { state, blindedMessage } = await blind(publicKey, keyId);
    const credential = await finalize(state, new Uint8Array(blindSign(signer, blindedMessage)));
    const { publicKey: ballotKey } = await ballotKeyOf(state.seed);
    if (await credentialIsValid(verifier, keyId, ballotKey, credential)) valid += 1;
  }
  return valid;
}
