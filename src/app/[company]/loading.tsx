import { Skeleton } from "@/ui/kit/skeleton";

export default function Loading() {
  return (
    <div className="grid gap-5">
      <Skeleton height={72} />
      <Skeleton height={280} label="Loading the page" />
    </div>
  );
}
