import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";
import { PublicShell } from "@/ui/shell/public-shell";

export default function NotFound() {
  return (
    <PublicShell width="text">
      <h1 className="sr-only">No board page</h1>
      <EmptyState
        title="This link opens no board page."
        action={<LinkButton href="/sign-in">Sign in as a board member</LinkButton>}
      >
        <p>It may have expired, been revoked, or lost its last characters. Ask whoever sent it for a new one.</p>
      </EmptyState>
    </PublicShell>
  );
}
