/** Why signing in through a company's provider did not work. The word stands in the address of the page that explains it. */
export const signOnProblems = [
  "off",
  "attempt",
  "cancelled",
  "unreachable",
  "not-a-provider",
  "other-issuer",
  "client-refused",
  "code-refused",
  "provider-error",
  "clock",
  "not-trusted",
  "no-address",
  "not-confirmed",
  "foreign-domain",
  "not-a-member",
] as const;
export type SignOnProblem = (typeof signOnProblems)[number];

export const readSignOnProblem = (text: unknown): SignOnProblem | null =>
  signOnProblems.find((known) => known === text) ?? null;

const tellAdmin = "Nothing was changed. An admin of your company sees the reason under “Single sign-on”.";

/** What happened and what to do, for the person who tried. */
export const problemForPerson: Record<SignOnProblem, { title: string; text: string }> = {
  off: {
    title: "This company has no sign-in of its own here.",
    text: "It was not set up, or an admin switched it off. Use a link by mail.",
  },
  attempt: {
    title: "This sign-in was begun elsewhere, has been used, or took longer than ten minutes.",
    text: "Nobody was signed in by it. Begin again.",
  },
  cancelled: {
    title: "You were not signed in: the provider says it was called off.",
    text: "Begin again when you like.",
  },
  unreachable: {
    title: "Your company’s sign-in cannot be reached just now.",
    text: `Try again in a minute. ${tellAdmin}`,
  },
  "not-a-provider": { title: "Your company’s sign-in does not answer as it should.", text: tellAdmin },
  "other-issuer": { title: "Your company’s sign-in answers under another name than it should.", text: tellAdmin },
  "client-refused": { title: "Your company’s sign-in does not accept Tandem.", text: tellAdmin },
  "code-refused": {
    title: "Your company’s sign-in did not confirm this sign-in.",
    text: "It had been used, or had expired. Begin again.",
  },
  "provider-error": { title: "Your company’s sign-in reported an error.", text: tellAdmin },
  clock: {
    title: "Your company’s sign-in gave an answer with a time that cannot be right.",
    text: `Its clock and ours differ by more than a minute. ${tellAdmin}`,
  },
  "not-trusted": { title: "The answer of your company’s sign-in could not be trusted.", text: tellAdmin },
  "no-address": {
    title: "Your company’s sign-in did not say which mail address is yours.",
    text: `Tandem knows people by their address. ${tellAdmin}`,
  },
  "not-confirmed": {
    title: "Your company’s sign-in says that your mail address is not confirmed.",
    text: "Confirm it there and begin again.",
  },
  "foreign-domain": {
    title: "Your address is in a mail domain that your company has not proven to be its own.",
    text: "Its sign-in may speak for its own domains only. Ask an admin to verify the domain.",
  },
  "not-a-member": {
    title: "Your company’s sign-in knows you, and nobody with your address is in this company here.",
    text: "Nothing was created. Ask an admin to put your address on the roster or the list of members.",
  },
};

/** What a person cannot mend by beginning again: for these there is another way in. */
const needsAnotherWay = new Set<SignOnProblem>([
  "unreachable",
  "not-a-provider",
  "other-issuer",
  "client-refused",
  "provider-error",
  "clock",
  "not-trusted",
  "no-address",
  "not-confirmed",
  "foreign-domain",
]);

/** How to get in all the same, or whom to ask; null where beginning again is the way. */
export function wayRound(problem: SignOnProblem, required: boolean): string | null {
  if (!needsAnotherWay.has(problem)) return null;
  return required
    ? "A link by mail lets in only the admins whom your company named for such a day. Ask one of them, or whoever looks after the sign-in at your company. Ballots open from their invitations as always."
    : "Meanwhile a link by mail lets you in as well.";
}

/** The same for the admin, where the reason is in what they set up. Null: one person's affair, which is not kept. */
export const problemForAdmin: Record<SignOnProblem, string | null> = {
  off: null,
  attempt: null,
  cancelled: null,
  unreachable: "The provider could not be reached.",
  "not-a-provider": "The provider’s answer is not what OpenID Connect asks for.",
  "other-issuer": "The provider names itself otherwise than the issuer address says.",
  "client-refused": "The provider does not accept the client id or the client secret.",
  "code-refused": null,
  "provider-error": "The provider refused the sign-in with an error of its own.",
  clock:
    "The provider’s token has expired or is dated in the future: its clock and ours differ by more than 60 seconds.",
  "not-trusted": "The provider’s token could not be verified: signature, issuer, audience or nonce is not right.",
  "no-address": "The provider sends no mail address. Allow the scope “email” for this client.",
  "not-confirmed": "The provider marks an address as not confirmed (email_verified is false).",
  "foreign-domain": "Somebody came with an address outside the verified domains.",
  "not-a-member": "Somebody came whose address is not in this company. The roster decides who is.",
};
