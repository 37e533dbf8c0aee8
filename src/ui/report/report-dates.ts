const day = (moment: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(moment);

/** "1 to 19 June 2026", or "28 May to 14 June 2026". */
export function periodText(from: Date, to: Date): string {
  const end = day(to, { day: "numeric", month: "long", year: "numeric" });
  const sameMonth = from.getUTCMonth() === to.getUTCMonth() && from.getUTCFullYear() === to.getUTCFullYear();
  const start = day(from, sameMonth ? { day: "numeric" } : { day: "numeric", month: "long" });
  return `${start} to ${end}`;
}
