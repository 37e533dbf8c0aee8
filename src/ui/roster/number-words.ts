const grouped = new Intl.NumberFormat("en-GB");

/** 50000 → "50,000". */
export const digits = (count: number): string => grouped.format(count);

/** "1 row", "2 rows". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${digits(count)} ${count === 1 ? one : many}`;
