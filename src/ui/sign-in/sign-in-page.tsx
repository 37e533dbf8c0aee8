import { problemForPerson, type SignOnProblem, wayRound } from "@/domain/sign-on-problem";
import { Notice } from "@/ui/kit/notice";
import { FindOwnSignIn } from "./find-own-sign-in";
import { OwnSignIn } from "./own-sign-in";
import { SignInForm } from "./sign-in-form";
import { askedOften, mailFailed, malformedAddress, type SignInError, siteBusy } from "./sign-in-words";

type Offer = { slug: string; name: string; required: boolean } | null;

function ledeFor(offer: Offer): string {
  if (!offer) return "We send a link to your mail address. There is no password.";
  if (!offer.required) return `Through ${offer.name}’s own sign-in, or by a link to your mail address.`;
  return `Through ${offer.name}’s own sign-in. A link by mail opens your other companies, and this one only to the admins it named.`;
}

/** Signing in is a link by mail, or a company's own sign-in: no password of ours, no puzzle. */
export function SignInPage({
  error,
  problem,
  offer,
  asked,
  next,
  outboxHref,
}: {
  error: SignInError | null;
  /** Why a company's own sign-in did not work. */
  problem: SignOnProblem | null;
  /** The company that was asked for, if it has a sign-in of its own. */
  offer: Offer;
  /** What was typed to find a company's own sign-in; null if nobody asked. */
  asked: string | null;
  next: string;
  outboxHref: string | null;
}) {
  return (
    <div className="grid gap-6">
      <div>
        <h1>Sign in</h1>
        <p className="lede">{ledeFor(offer)}</p>
      </div>
      {error === "used" ? (
        <Notice tone="error" title="This link has been used or has expired. Send a new one." />
      ) : null}
      {error === "mail" ? <Notice tone="error" title={mailFailed} /> : null}
      {error === "busy" ? <Notice tone="caution" title={siteBusy} /> : null}
      {error === "own-sign-in" ? (
        <Notice tone="caution" title="This company asks its people to come through its own sign-in.">
          <p>
            You are signed in by a link from a mail, or through another company. Other companies of yours stay open.
          </p>
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="error" title={problemForPerson[problem].title}>
          <p>{problemForPerson[problem].text}</p>
          {offer ? <p>{wayRound(problem, offer.required)}</p> : null}
        </Notice>
      ) : null}
      {offer ? <OwnSignIn company={offer} next={next} /> : null}
      <SignInForm
        next={next}
        addressError={error === "address" ? malformedAddress : error === "often" ? askedOften : null}
        outboxHref={outboxHref}
        secondary={offer !== null}
      />
      {offer ? null : <FindOwnSignIn slug={asked ?? ""} unknown={asked !== null} />}
      <p className="text-ink-2">
        To answer as an engineer you need not sign in: your ballot opens from the link in your invitation.
      </p>
      <p className="text-ink-2">
        New here? <a href="/sign-up">Sign up your company</a>
      </p>
    </div>
  );
}
