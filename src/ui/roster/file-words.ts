/** A file's name as it begins a sentence; rows that were pasted have none of their own. */
export const fromFile = (fileName: string): string => (fileName === "pasted rows" ? "Pasted rows" : fileName);
