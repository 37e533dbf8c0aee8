const unreached = "The server could not be reached. Check your connection, then try again.";

/**
 * Fetches for the wire. What goes wrong on the way is said in words for the person who waits: a browser's own words, or
 * those of a proxy's page that is no answer of ours, would be shown as they are.
 */
export async function reach(input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch((error: unknown) => {
    if (init?.signal?.aborted) throw error;
    throw new Error(unreached);
  });
  if (!response.headers.get("content-type")?.includes("json")) throw new Error(unreached);
  return response;
}
