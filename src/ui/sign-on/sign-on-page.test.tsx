import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { SignInPage } from "@/ui/sign-in/sign-in-page";
import { SignOnPage } from "./sign-on-page";

const procedure = { mutationOptions: () => ({}) };
vi.mock("@/trpc/react", () => ({
  useTRPC: () => ({ signOn: new Proxy({}, { get: () => procedure }) }),
}));
vi.mock("@tanstack/react-query", () => ({ useMutation: () => ({ isPending: false, data: undefined, error: null }) }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

type SignOn = Parameters<typeof SignOnPage>[0]["signOn"];
const admin = { id: "a", name: "Ada", email: "ada@norrvik.example" };
const board = { id: "b", name: "Bo", email: "bo@fund.example" };
const settings = (change: Partial<SignOn> = {}): SignOn => ({
  company: { slug: "norrvik", name: "Norrvik" },
  callbackUrl: "https://tandem.example/api/auth/sign-on/norrvik/callback",
  connection: { issuer: "https://id.norrvik.example", clientId: "c", checkedOn: null, problem: null, problemOn: null },
  domains: [
    {
      domain: "norrvik.example",
      record: { name: "_tandem.norrvik.example", value: "v=1" },
      verifiedOn: null,
      missingSince: null,
    },
  ],
  required: false,
  breakGlass: [],
  cameThroughIt: false,
  admins: [admin],
  outside: [board],
  usable: false,
  ...change,
});
const page = (change: Partial<SignOn> = {}) => renderToStaticMarkup(<SignOnPage signOn={settings(change)} />);

test("without a provider the page asks for one and shows the address to register", () => {
  const html = page({ connection: null });
  expect(html).toContain("Not set up");
  expect(html).toContain("https://tandem.example/api/auth/sign-on/norrvik/callback");
  expect(html).not.toContain("Require single sign-on");
});

test("a domain that is not verified shows its record, one that is does not", () => {
  expect(page()).toContain("_tandem.norrvik.example");
  const [domain] = settings().domains;
  const html = page({ domains: domain ? [{ ...domain, verifiedOn: "2031-01-15" }] : [] });
  expect(html).not.toContain("_tandem.norrvik.example");
  expect(html).toContain("Verified on");
});

test("a verified domain whose record is gone shows it again, with what can be done", () => {
  const [domain] = settings().domains;
  const gone = { verifiedOn: "2031-01-15", missingSince: "2031-03-02" };
  const html = page({ domains: domain ? [{ ...domain, ...gone }] : [] });
  expect(html).toContain("Its record has not been found since 2 March 2031.");
  expect(html).toContain("_tandem.norrvik.example");
  expect(html).toContain("Look again");
  expect(html).toContain("Forget");
});

test("whom the requirement would shut out is named before it is switched on", () => {
  const html = page();
  expect(html).toContain("They could no longer enter.");
  expect(html).toContain("bo@fund.example");
  expect(html).toContain("Sign in through your provider first.");
  expect(page({ breakGlass: ["b"], required: true, admins: [admin, board] })).not.toContain("They cannot enter now.");
});

test("a requirement whose named admins are none any more is warned of", () => {
  expect(page({ required: true, breakGlass: ["gone"] })).toContain("Nobody who is named is an admin any more.");
});

test("an admin who came by mail reads why the list of the named ones cannot be changed", () => {
  expect(page({ required: true, breakGlass: ["a"], cameThroughIt: false })).toContain("You came by mail.");
  expect(page({ required: true, breakGlass: ["a"], cameThroughIt: true })).not.toContain("You came by mail.");
});

test("the sign-in page offers a company's own sign-in as a form that works without scripts", () => {
  const render = (offer: { slug: string; name: string; required: boolean } | null, asked: string | null = null) =>
    renderToStaticMarkup(
      <SignInPage error={null} problem="clock" offer={offer} asked={asked} next="/norrvik/cycles" outboxHref={null} />,
    );
  const html = render({ slug: "norrvik", name: "Norrvik", required: false });
  expect(html).toMatch(/<form action="\/api\/auth\/sign-on\/norrvik" method="post"><input type="hidden" name="next"/);
  expect(html).toContain('name="next" value="/norrvik/cycles"');
  expect(html).toContain("Continue with Norrvik’s sign-in");
  expect(html).toContain("a time that cannot be right");
  expect(html).toContain("Meanwhile a link by mail lets you in as well.");
  expect(render({ slug: "norrvik", name: "Norrvik", required: true })).toContain("Ask one of them");
  expect(render(null)).not.toContain("no company with a sign-in of its own");
  expect(render(null, "nope")).toContain("There is no company with a sign-in of its own at this address.");
});
