import { Skeleton } from "@/ui/kit/skeleton";

export default function Loading() {
  return (
    <>
      <h1 className="mb-[22px]">Check the roster before it changes</h1>
      <Skeleton height={520} label="Comparing the file with the roster" />
    </>
  );
}
