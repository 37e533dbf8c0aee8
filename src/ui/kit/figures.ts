const noBreakSpace = "\u00a0";
const wordJoiner = "\u2060";

/** A sentence whose figures stay on one line: "≥ 70", "± 5", "95 %", "12 of 40", "46–58". */
export const figures = (text: string): string =>
  text
    .replace(/(?<=[≤≥±]) (?=\d)|(?<=\d) (?=%)|(?<=\d) of (?=\d)/g, (space) => space.replaceAll(" ", noBreakSpace))
    .replace(/(?<=\d)–(?=[−\d])/g, `${wordJoiner}–${wordJoiner}`);
