import { Notice } from "@/ui/kit/notice";
import { SignInForm } from "./sign-in-form";
import { askedOften, mailFailed, malformedAddress, type SignInError, siteBusy } from "./sign-in-words";

/** Signing in is a link by mail: no password, no puzzle. */
export function SignInPage({
  error,
  next,
  outboxHref,
}: {
  error: SignInError | null;
  next: string;
  outboxHref: string | null;
}) {
  return (
    <div className="grid gap-6">
      <div>
        <h1>Sign in</h1>
        <p className="lede">We send a link to your mail address. There is no password.</p>
      </div>
      {error === "used" ? (
        <Notice tone="error" title="This link has been used or has expired. Send a new one." />
      ) : null}
      {error === "mail" ? <Notice tone="error" title={mailFailed} /> : null}
      {error === "busy" ? <Notice tone="caution" title={siteBusy} /> : null}
      <SignInForm
        next={next}
        addressError={error === "address" ? malformedAddress : error === "often" ? askedOften : null}
        outboxHref={outboxHref}
      />
      <p className="text-ink-2">
        To answer as an engineer you need not sign in: your ballot opens from the link in your invitation.
      </p>
      <p className="text-ink-2">
        New here? <a href="/sign-up">Sign up your company</a>
      </p>
    </div>
  );
}
