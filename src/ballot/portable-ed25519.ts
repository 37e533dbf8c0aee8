// For browsers whose WebCrypto has no Ed25519; the others never load it.
export { getPublicKeyAsync, signAsync } from "@noble/ed25519";
