import { EmptyState } from "@/ui/kit/empty-state";
import { LinkButton } from "@/ui/kit/link-button";

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing at this address."
        action={<LinkButton href="/companies">To your start page</LinkButton>}
      >
        It may have been removed, or it is not yours to open.
      </EmptyState>
    </>
  );
}
