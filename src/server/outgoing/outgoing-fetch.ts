import { OutgoingProblem } from "./problem";
import { type SendOptions, send } from "./send";

const withoutBody = new Set([204, 205, 304]);

type FetchOptions = {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null | undefined;
  redirect?: RequestRedirect;
  signal?: AbortSignal | undefined;
};

async function bodyOf(body: FetchOptions["body"]): Promise<Uint8Array | null> {
  if (body === null || body === undefined) return null;
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** Has fetch's shape for libraries that bring their own requests, and send's rules. Redirects: three, or none if "manual". */
export async function outgoingFetch(
  address: string | URL,
  options: FetchOptions = {},
  limits: SendOptions["limits"] = {},
): Promise<Response> {
  const headers = new Headers(options.headers);
  if (options.body instanceof URLSearchParams && !headers.has("content-type"))
    headers.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
  const redirect = options.redirect ?? "follow";
  const answer = await send(String(address), {
    method: options.method ?? "GET",
    headers: Object.fromEntries(headers),
    body: await bodyOf(options.body),
    redirects: redirect === "follow" ? 3 : 0,
    limits,
    signal: options.signal,
  });
  if (redirect === "error" && answer.status >= 300 && answer.status < 400)
    throw new OutgoingProblem("redirect", "The server redirects, which is not allowed here.");
  if (answer.status < 200 || answer.status > 599)
    throw new OutgoingProblem("unreachable", "The server does not answer as a web server does.");
  const body = withoutBody.has(answer.status) ? null : new Uint8Array(answer.body);
  return new Response(body, { status: answer.status, headers: answer.headers });
}
