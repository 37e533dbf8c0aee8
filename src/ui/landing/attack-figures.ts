/** What the attack suite printed when it was last run at length (`npm run attack`); docs/threat-model.md has the same. */
export const attackRun = { on: "November 2026", cycles: 400, raters: 25 } as const;

export const attackFigures: readonly { tried: string; result: string; meaning: string }[] = [
  {
    tried: "Match people to answers, with every copy of the database, its log and all server logs",
    result: "1.0 of 25",
    meaning: "Chance is 1 of 25: the copies tell nothing of who said what.",
  },
  {
    tried: "Match people to sealed ballots in a company that asks in one sitting",
    result: "24.45 of 25",
    meaning: "A copy made before destruction tells by order whose sealed ballot is whose. It stays sealed.",
  },
  {
    tried: "The same in a company that asks in two windows",
    result: "1.0 of 25",
    meaning: "Chance.",
  },
  {
    tried: "The same attacker against versions that we weakened on purpose",
    result: "98 % or more",
    meaning: "Each weakness is found, so the attacker is not blind.",
  },
  {
    tried: "Hand one person a ballot with keys of their own",
    result: "100 of 100 refused",
    meaning: "The ballot page stops before anything is asked.",
  },
  {
    tried: "Restore a backup after destruction",
    result: "0 of 10 answers",
    meaning: "The keys that open them are gone.",
  },
];
