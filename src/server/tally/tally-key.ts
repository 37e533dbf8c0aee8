import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { associatedData, encapsulatedKeyLength, hpkeInfo } from "@/domain/ballot";
import { type Bytes, equalBytes } from "@/domain/bytes";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** A fresh tally key (HPKE, DHKEM P-256): the private half for the key store, the public half for the manifest. */
export async function makeTallyKey(): Promise<{ privateKey: Bytes; publicKey: Bytes }> {
  const pair = await suite.kem.generateKeyPair();
  return {
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
  };
}

export type SealedBallot = { keyId: Uint8Array; nullifier: Uint8Array; version: number; envelope: Uint8Array };

/** Opens envelopes sealed to one tally key; throws for an envelope that was copied, altered or sealed to another key. */
export async function tallyKeyOpener(privateKey: Bytes): Promise<(ballot: SealedBallot) => Promise<Bytes>> {
  const recipientKey = await suite.kem.deserializePrivateKey(privateKey.buffer);
  return async ({ keyId, nullifier, version, envelope }) => {
    const context = await suite.createRecipientContext({
      recipientKey,
      enc: Uint8Array.from(envelope.subarray(0, encapsulatedKeyLength)).buffer,
      info: hpkeInfo.buffer,
    });
    const sealed = Uint8Array.from(envelope.subarray(encapsulatedKeyLength));
    return new Uint8Array(await context.open(sealed.buffer, associatedData(keyId, nullifier, version).buffer));
  };
}

/** Seals a known text and opens it again: proves that a stored tally key works before a cycle depends on it. */
export async function tallyKeyWorks(privateKey: Bytes, publicKey: Bytes): Promise<boolean> {
  const probe = crypto.getRandomValues(new Uint8Array(32));
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey.buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: hpkeInfo.buffer });
  const sealed = new Uint8Array(await sender.seal(probe.buffer, associatedData(probe, probe, 1).buffer));
  const envelope = new Uint8Array(encapsulatedKeyLength + sealed.length);
  envelope.set(new Uint8Array(sender.enc));
  envelope.set(sealed, encapsulatedKeyLength);
  try {
    const open = await tallyKeyOpener(privateKey);
    return equalBytes(await open({ keyId: probe, nullifier: probe, version: 1, envelope }), probe);
  } catch {
    return false;
  }
}
