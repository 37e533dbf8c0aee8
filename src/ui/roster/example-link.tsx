import { exampleSheet } from "@/domain/roster";
import { Icon } from "@/ui/kit/icon";

/** A file to start from, made here: nothing is asked of the server. */
export function ExampleLink({ mailDomain, className = "" }: { mailDomain: string; className?: string }) {
  const content = encodeURIComponent(`\uFEFF${exampleSheet(mailDomain)}`);
  return (
    <a href={`data:text/csv;charset=utf-8,${content}`} download="roster-example.csv" className={className}>
      <Icon name="download" />
      Example file (CSV)
    </a>
  );
}
