/** The promise by attacker, in the words of the public page; ids as in the threat model. */
export const attackers = [
  {
    id: "A1",
    title: "Someone with every copy of the database there ever was, and all logs",
    holds: "Backups, write-ahead logs and log files, but not the key files.",
    promise:
      "Before a cycle closes, no answer can be read. After the count there are no single answers left to read. A ballot cannot be linked to a person.",
    promised: true,
  },
  {
    id: "A2",
    title: "The operator, with the servers’ keys too",
    holds: "Everything above and the private keys, while serving honest code.",
    promise:
      "Cryptography still does not let a ballot be linked to a person. What is left is what can be watched live: the moment of sending and a network address. We store neither.",
    promised: true,
  },
  {
    id: "A3",
    title: "An operator who serves a changed page to one chosen person",
    holds: "Everything above, and the will to cheat.",
    promise:
      "No web page can prevent this. We make it detectable: the fingerprint of the cycle and of the ballot’s code is published and is the same for everyone. Compare the eight words in your mail with a colleague’s.",
    promised: false,
  },
  {
    id: "A4",
    title: "An administrator of your company",
    holds: "The roster and the right to open and close a cycle.",
    promise:
      "Cannot add voices beyond the published roster, and cannot read one person’s answers by changing the roster without it being visible to everyone. Everybody who was asked sees the list of their group and is asked whether they recognise these people, and is told by mail when a ballot was collected in their name.",
    promised: true,
  },
  {
    id: "A5",
    title: "A colleague, or a few who work together",
    holds: "Their own answers, and the released report.",
    promise:
      "Bounded by the rules below: means only under 20 answers, clipped at the ends, small remainders withheld, so that taking away one’s own answers pins nobody’s.",
    promised: true,
  },
] as const;

export const disclosureRules = [
  "Results exist only after closing. Before that, participation is shown in steps of 5 %, not below 5, and of fewer than 20 people only whether 5 collected a ballot.",
  "8 people invited for a group of its own; 5 answers for a score; 10 for comments; 20 for shares and agreement.",
  "Team splits, where a company uses them, are fixed before opening, used one at a time, never crossed. A team needs 8 invited engineers, else it is merged with others. There is no free filter anywhere.",
  "Your team travels inside your sealed ballot. You see it before you seal, and may leave it out. A second split is not asked where fewer than 5 engineers would share both values.",
  "If one small group is withheld, a second is withheld with it, so that no sum and no difference of shown scores rests on 1 to 4 people.",
  "Team scores are read by the leader they are about, without comments or single statements. A team that 1 to 4 people joined or left since the last cycle is merged with others.",
  "Below 20 answers only the mean is kept, rounded and clipped. Never a minimum, a maximum or the count of one answer.",
  "Comments are delivered once, shuffled, with no time, team or score beside them, and never to a third party. A comment that its leader reports is also read by an admin, who removes or keeps it.",
  "At least 60 days lie between two cycles. If 1 to 4 people joined or left, the change is held back.",
  "Self-ratings and each leader’s view of the other are not anonymous, say so first, and are never mixed in.",
] as const;
