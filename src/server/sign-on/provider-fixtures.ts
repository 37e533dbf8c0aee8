import http from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const testClient = { id: "tandem", secret: "a secret that only the two of them know" };

/** What the provider says of the person who signs in next, and how it behaves. */
type Mood = {
  claims: Record<string, unknown>;
  /** Answers every request instead of the provider, when it returns true. */
  instead: ((request: http.IncomingMessage, response: http.ServerResponse) => boolean) | null;
};

/** A certified provider on this machine that signs in whoever it is told to, without a question on the way. */
export async function startProvider({
  redirectUris,
  idTokenSeconds = 300,
}: {
  redirectUris: string[];
  idTokenSeconds?: number;
}) {
  const mood: Mood = { claims: {}, instead: null };
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: redirectUris,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["only for tests"] },
    interactions: { url: () => "/interaction" },
    ttl: {
      IdToken: idTokenSeconds,
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...mood.claims }) }),
    renderError: (context: { body: unknown }, out: { error: string }) => {
      context.body = out.error;
    },
  });
  const answer = provider.callback();

  async function signIn(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: "ada", clientId: params.client_id ?? "" });
    grant.addOIDCScope("openid email");
    await provider.interactionFinished(request, response, {
      login: { accountId: "ada" },
      consent: { grantId: await grant.save() },
    });
  }

  server.on("request", (request, response) => {
    if (mood.instead?.(request, response)) return;
    if (request.url?.startsWith("/interaction")) void signIn(request, response);
    else void answer(request, response);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { issuer, mood, stop };
}

/** Follows a browser through the provider with its cookies, up to the address on our side that it is sent back to. */
export async function passProvider(start: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = new URL(start);
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(address, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null)
      throw new Error(`The provider answers ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
    address = new URL(location, address);
    if (address.origin !== issuer) return address;
  }
  throw new Error("The provider sends the browser round in circles.");
}
