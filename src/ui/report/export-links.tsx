import { LinkButton } from "@/ui/kit/link-button";

/** The page as a file, for a spreadsheet or a program. A PDF is made by printing. */
export function ExportLinks({
  company,
  quarter,
  page,
}: {
  company: string;
  quarter: string;
  page: "cto" | "vpe" | "pair" | "board";
}) {
  const at = `/${company}/export/${quarter.toLowerCase()}/${page}`;
  return (
    <>
      <LinkButton className="no-print" href={`${at}.csv`} download>
        CSV
      </LinkButton>
      <LinkButton className="no-print" href={`${at}.json`} download>
        JSON
      </LinkButton>
    </>
  );
}
