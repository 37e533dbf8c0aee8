const doubled = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const cellText = (cell: string | number): string => {
  if (typeof cell === "number") return String(cell);
  const inert = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /["\n\r,;]/.test(inert) ? doubled(inert) : inert;
};

/** One line of a file for a spreadsheet: texts that would start a formula are prefixed, so that they stay text; numbers stay numbers. */
export const sheetLine = (cells: readonly (string | number)[]): string => cells.map(cellText).join(",");
