import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { SignOutButton } from "@/ui/member/sign-out-button";

/** The companies a signed-in person belongs to, to choose one. */
export function CompaniesPage({ companies }: { companies: readonly { slug: string; name: string }[] }) {
  return (
    <div className="grid gap-6">
      <h1>Your companies</h1>
      {companies.length === 0 ? (
        <EmptyState
          title="Your address belongs to no company now."
          action={<LinkButton href="/sign-up">Sign up a company</LinkButton>}
        >
          <p>
            Somebody may have taken you off the list of members, or you used another address before. Ask an admin of
            your company, or sign out and sign in with the other address.
          </p>
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {companies.map(({ slug, name }) => (
            <li key={slug}>
              <LinkButton href={`/${slug}`} size="big" className="justify-between">
                <span>{name}</span>
                <span className="font-normal text-ink-3">/{slug}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      <SignOutButton />
    </div>
  );
}
