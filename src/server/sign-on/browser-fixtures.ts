import { NextRequest } from "next/server";
import { GET } from "@/app/api/auth/sign-on/[company]/callback/route";
import { POST } from "@/app/api/auth/sign-on/[company]/route";
import { createCaller } from "@/server/api/root";
import { findSession } from "@/server/auth/session";
import { passProvider } from "./provider-fixtures";

const site = "http://localhost:3000";
export const callbackOf = (slug: string) => `${site}/api/auth/sign-on/${slug}/callback`;

/** A browser with its cookies, in front of the real routes. */
export class Browser {
  readonly cookies = new Map<string, string>();

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  get #header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Presses the button on the sign-in page: the address it is sent on to. */
  async begin(slug: string, next = `/${slug}`, headers: Record<string, string> = {}): Promise<string> {
    const request = new NextRequest(`${site}/api/auth/sign-on/${slug}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
        cookie: this.#header,
        ...headers,
      },
      body: new URLSearchParams({ next }).toString(),
    });
    const response = await POST(request, { params: Promise.resolve({ company: slug }) });
    this.#keep(response);
    const page = response.status === 200 ? await response.text() : "";
    const onward = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    return onward ?? response.headers.get("location")?.replace(site, "") ?? String(response.status);
  }

  /** Comes back from the provider: the page it ends on. */
  async end(slug: string, back: URL): Promise<string> {
    const request = new NextRequest(back, { headers: { cookie: this.#header, "sec-fetch-site": "cross-site" } });
    const response = await GET(request, { params: Promise.resolve({ company: slug }) });
    this.#keep(response);
    return response.headers.get("location")?.replace(site, "") ?? String(response.status);
  }

  /** The whole way through a provider. */
  async signIn(slug: string, issuer: string, next?: string): Promise<string> {
    const onward = await this.begin(slug, next);
    return onward.startsWith(issuer) ? this.end(slug, await passProvider(onward, issuer)) : onward;
  }

  get token(): string {
    return this.cookies.get("next-auth.session-token") ?? "";
  }

  /** Whoever is signed in here, at the same gate as the pages. */
  async caller(now = new Date()) {
    return createCaller({ email: null, now, ...(await findSession(this.token, now)) });
  }
}

/** What the page after a failed sign-in was told. */
export const problemIn = (place: string): string | null => new URL(place, site).searchParams.get("problem");
