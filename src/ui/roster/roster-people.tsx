import { raterGroupLabel } from "@/domain/rater-group";
import { sliceNames } from "@/domain/roster";
import { columnUseLabel } from "@/domain/roster-columns";
import type { RosterView } from "./import-view";

/** The people on one page of the roster; on a phone each is a card of two lines. */
export function RosterPeople({ people }: { people: RosterView["people"] }) {
  const slices = sliceNames.filter((name) => people.some((person) => person.slices[name]));
  const zones = people.some((person) => person.timeZone);
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table className="data-table">
        <caption className="sr-only">People on the roster</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Group</th>
            {slices.map((name) => (
              <th key={name} scope="col">
                {columnUseLabel[name]}
              </th>
            ))}
            {zones ? <th scope="col">{columnUseLabel["time-zone"]}</th> : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr
              key={person.id}
              className="max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:border-b max-md:border-line max-md:px-3 max-md:py-2.5 max-md:last:border-0"
            >
              <th scope="row" className="font-medium wrap-anywhere max-md:border-0 max-md:p-0">
                {person.name}
              </th>
              <td className="wrap-anywhere text-ink-2 max-md:order-3 max-md:col-span-2 max-md:border-0 max-md:p-0">
                {person.email}
                <span className="md:hidden">
                  {slices.flatMap((name) => person.slices[name] ?? []).map((value) => ` · ${value}`)}
                </span>
              </td>
              <td className="max-md:order-2 max-md:border-0 max-md:p-0 max-md:text-ink-2">
                {person.group ? raterGroupLabel[person.group].one : ""}
              </td>
              {slices.map((name) => (
                <td key={name} className="wrap-anywhere max-md:hidden">
                  {person.slices[name]}
                </td>
              ))}
              {zones ? <td className="wrap-anywhere max-md:hidden">{person.timeZone}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
