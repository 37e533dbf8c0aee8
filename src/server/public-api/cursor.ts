import { ApiProblem } from "./problem";

/** Where the next page begins, unreadable on purpose: programs hand it back as it is. */
export const cursorAt = (list: string, place: string): string =>
  Buffer.from(JSON.stringify([list, place])).toString("base64url");

/** The place a cursor of this list names; undefined without one. Another list's, or something made up, is refused. */
export function placeOf(list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [its, place, ...more]: unknown[] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (its === list && typeof place === "string" && more.length === 0) return place;
  } catch {}
  const message = "Send the nextCursor of the page before, as it is.";
  throw new ApiProblem("invalid", message, [{ field: "query.cursor", message }]);
}

/** One page of a list that is short enough to be read whole, after the item that a cursor names. */
export function pageAfter<Item>(
  list: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: Item[]; nextCursor: string | null } {
  const after = placeOf(list, cursor);
  // Lists are in falling order of their key, so what was added or removed since moves no page.
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) < after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { items: [...page], nextCursor: last && rest.length > page.length ? cursorAt(list, keyOf(last)) : null };
}
