import { Button } from "@/ui/kit/button";
import { LinkButton } from "@/ui/kit/link-button";
import { Select } from "@/ui/kit/select";
import { deedText } from "./audit-words";

/** Which lines of the log are shown; pages count from zero. */
export type AuditChoice = { page: number; actor: string | undefined; action: string | undefined };

/** Chooses one actor and one action; works without JavaScript. */
export function AuditFilter({
  action,
  filter,
  actors,
  actions,
}: {
  /** Address of the page. */
  action: string;
  filter: AuditChoice;
  actors: readonly string[];
  actions: readonly string[];
}) {
  const all = { value: "", label: "All" };
  return (
    <form action={action} className="mb-3 flex flex-wrap items-end gap-3">
      <div className="grow sm:max-w-72">
        <Select
          id="audit-actor"
          name="actor"
          label="Who"
          defaultValue={filter.actor ?? ""}
          options={[all, ...actors.map((actor) => ({ value: actor, label: actor }))]}
        />
      </div>
      <div className="grow sm:max-w-72">
        <Select
          id="audit-action"
          name="action"
          label="What"
          defaultValue={filter.action ?? ""}
          options={[all, ...actions.map((name) => ({ value: name, label: deedText(name) }))]}
        />
      </div>
      <Button type="submit" className="min-h-[38px]">
        Show
      </Button>
      {filter.actor || filter.action ? (
        <LinkButton href={action} variant="quiet" className="min-h-[38px]">
          Show all
        </LinkButton>
      ) : null}
    </form>
  );
}
