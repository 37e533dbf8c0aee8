/**
 * Whether a page of this site sent the request. Browsers set Sec-Fetch-Site themselves, except on plain http on a
 * network, and the Origin of what they post: what is there must be ours. A request with neither is not from our page.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin") return false;
  // A browser that hides where requests come from writes "null"; it then still vouches in Sec-Fetch-Site.
  if (origin === null || origin === "null") return site !== null;
  return origin === new URL(siteUrl).origin;
}
