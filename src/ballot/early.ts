/** How both routers are asked: no cookies, no referrer, no cache. */
export const plainRequest: RequestInit = {
  credentials: "omit",
  referrerPolicy: "no-referrer",
  cache: "no-store",
  headers: { "content-type": "application/json" },
};

export const queryAddress = (origin: string, path: string, json: string): string =>
  `${origin}/api/${path}?input=${encodeURIComponent(json)}`;

let early: { address: string; answer: Promise<Response> } | undefined;

// A file of its own, so that the public manifest comes while the page's code is still on its way. It names nobody: what
// is asked with an invitation waits until the answer to this has been checked.
if (typeof document !== "undefined") {
  const cycle = location.pathname.split("/")[2];
  const address = queryAddress(location.origin, "ballot/manifest", JSON.stringify({ cycle }));
  early = { address, answer: fetch(address, { ...plainRequest, method: "GET" }) };
  // Whoever takes it learns of its failure.
  early.answer.catch(() => undefined);
}

/** The answer that was asked for early, once; nothing for any other address. */
export function takeEarly(address: string): Promise<Response> | undefined {
  if (early?.address !== address) return undefined;
  const { answer } = early;
  early = undefined;
  return answer;
}
