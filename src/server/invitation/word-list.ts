import { wordlist } from "@scure/bip39/wordlists/english.js";

/** The 2,048 words of a fingerprint: the BIP 39 English list, the same as in the ballot page. */
export const wordList: readonly string[] = wordlist;
