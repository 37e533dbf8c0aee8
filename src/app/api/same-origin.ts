/**
 * Whether a page of this site sent the request. Browsers set Sec-Fetch-Site themselves; where they do not
 * (plain http on a network), the Origin must be ours. A request with neither is not from a page of ours.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === new URL(siteUrl).origin;
}
