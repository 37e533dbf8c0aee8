// For browsers whose WebCrypto has no Ed25519; the others never load it.
export { getPublicKeyAsync, signAsync, verifyAsync } from "@noble/ed25519";
