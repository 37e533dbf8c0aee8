import { momentText } from "@/ui/cycle/dates";
import { Notice } from "@/ui/kit/notice";

/** On every page for admins while the company's deletion is pending: when it is, and where to call it off. */
export function DeletionNotice({
  companyName,
  dueAt,
  timeZone,
  dataPath,
}: {
  companyName: string;
  dueAt: Date;
  timeZone: string;
  dataPath: string;
}) {
  return (
    <div className="mb-6">
      <Notice tone="caution" title={`${companyName} is deleted on ${momentText(dueAt, timeZone)}.`}>
        <p>
          Any admin can call it off until then, under <a href={dataPath}>Data and deletion</a>.
        </p>
      </Notice>
    </div>
  );
}
