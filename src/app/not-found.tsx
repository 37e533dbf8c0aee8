import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { PublicShell } from "@/ui/shell/public-shell";

export default function NotFound() {
  return (
    <PublicShell width="text">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing at this address."
        action={<LinkButton href="/">To the start page</LinkButton>}
      >
        <p>It may be mistyped, or it is not for the address you are signed in with.</p>
      </EmptyState>
    </PublicShell>
  );
}
