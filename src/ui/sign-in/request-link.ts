type LinkRequest = { outcome: "sent" | "address" | "often" | "busy" | "failed" };

/** Asks for a sign-in link by mail, as the form without scripts does. The address goes into the body, never into a URL. */
export async function requestLink(email: string, next: string): Promise<LinkRequest> {
  try {
    const response = await fetch("/api/auth/signin/email", {
      method: "POST",
      body: new URLSearchParams({ email, callbackUrl: next, json: "true" }),
    });
    if (response.status === 429) return { outcome: response.headers.has("x-asked-often") ? "often" : "busy" };
    if (!response.ok) return { outcome: "failed" };
    const { url } = (await response.json()) as { url: string };
    const error = new URL(url).searchParams.get("error");
    if (error === null) return { outcome: "sent" };
    return { outcome: error === "address" ? "address" : "failed" };
  } catch {
    return { outcome: "failed" };
  }
}
