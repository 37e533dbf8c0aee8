import { Button } from "@/ui/kit/button";
import { Card } from "@/ui/kit/card";

/** The way through a company's own provider; a plain form, so that it works without scripts. */
export function OwnSignIn({ company, next }: { company: { slug: string; name: string }; next: string }) {
  return (
    <Card title={`${company.name}’s own sign-in`} className="grid gap-3">
      <p className="text-ink-2">You go on to the sign-in that you know from work, and come back here.</p>
      <form method="post" action={`/api/auth/sign-on/${company.slug}`}>
        <input type="hidden" name="next" value={next} />
        <Button type="submit" variant="primary" size="big" className="wrap-anywhere">
          Continue with {company.name}’s sign-in
        </Button>
      </form>
    </Card>
  );
}
