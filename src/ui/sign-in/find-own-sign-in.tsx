import { Button } from "@/ui/kit/button";
import { TextInput } from "@/ui/kit/text-input";

/** Asks for a company's address, not for a person's: what a mail address belongs to is told to nobody but its mailbox. */
export function FindOwnSignIn({ slug, unknown }: { slug: string; unknown: boolean }) {
  return (
    <details className="fold" open={unknown}>
      <summary className="cursor-pointer py-2 font-medium">Your company has its own sign-in?</summary>
      <form method="get" action="/sign-in" className="fold-content grid gap-3 pt-3">
        <input type="hidden" name="asked" value="1" />
        <TextInput
          id="company"
          name="company"
          label="Your company’s name in the address, such as norrvik"
          autoComplete="organization"
          spellCheck={false}
          maxLength={40}
          defaultValue={slug}
          error={unknown ? "There is no company with a sign-in of its own at this address." : undefined}
        />
        <div>
          <Button type="submit">Find it</Button>
        </div>
      </form>
    </details>
  );
}
