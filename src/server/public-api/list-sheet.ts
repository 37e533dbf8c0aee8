/** One person of a list, every value as it was sent. */
type Listed = Partial<Record<"email" | "name" | "group" | "team" | "site" | "tenure" | "timeZone", string | undefined>>;

const headings = [
  ["name", "Name"],
  ["email", "E-mail"],
  ["group", "Group"],
  ["team", "Team"],
  ["site", "Site"],
  ["tenure", "Tenure"],
  ["timeZone", "Time zone"],
] as const satisfies readonly (readonly [keyof Listed, string])[];

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/**
 * A list of people as the sheet that an admin would have uploaded, so that both go one way from here. A column that nobody
 * fills is not in it: a sheet without names makes them from addresses, one without time zones leaves the known ones.
 */
export function listSheet(people: readonly Listed[]): string {
  const columns = headings.filter(([key]) => key === "email" || people.some((person) => person[key] !== undefined));
  const rows = people.map((person) => columns.map(([key]) => quoted(person[key] ?? "")).join(","));
  return [columns.map(([, heading]) => heading).join(","), ...rows].join("\r\n");
}
