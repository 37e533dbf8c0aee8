// The libraries' cryptographic primitives: half of the page's code, needed only once somebody collects or seals. They are a
// file of their own that loads behind the promise, so that a slow phone can read and press the button before.
export { RSABSSA } from "@cloudflare/blindrsa-ts";
export { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
