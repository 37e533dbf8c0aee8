export type DemoPerson = { name: string; email: string; roles: readonly string[] };

const order = ["Admin", "CTO", "VPoE", "Board", "Executive", "Engineer"];
const rank = (person: DemoPerson) => Math.min(...person.roles.map((role) => order.indexOf(role)));
const shownAlike = 2;

const isOnlyExecutive = ({ roles }: DemoPerson) => roles.length === 1 && roles[0] === "Executive";

/** People by what they can show a visitor: admin, leaders, board, then a few of those who only answer. */
export function peopleToTry(people: readonly DemoPerson[]): { shown: DemoPerson[]; moreExecutives: number } {
  const executives = people.filter(isOnlyExecutive);
  const left = new Set(executives.slice(shownAlike));
  return {
    shown: people.filter((person) => !left.has(person)).toSorted((one, other) => rank(one) - rank(other)),
    moreExecutives: left.size,
  };
}
