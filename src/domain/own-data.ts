/** What a member's own file says about what is not in it, and cannot be: one sentence each. */
export const notInOwnData = [
  "Answers on anonymous ballots. A ballot holds no name, address or number of a person, so nobody can find yours, we included. Your recovery code is the only key to it, and only you have it.",
  "Whether, when or how often you sent, revised or withdrew a ballot. What is kept is whether one was collected in your name, until the sealed ballots are destroyed.",
  "Comments. They are shuffled when the ballots are counted and belong to nobody from then on.",
  "Addresses, browsers and times of your visits to the voting page. They are not stored.",
  "Copies in backups. They are deleted as the operator's backup plan says.",
] as const;

/** Version of the file's form; a reader may rely on the keys of one version. */
export const ownDataFormat = "tandem/your-data/1";
