import type { Metadata } from "next";
import { HowAnonymityWorks } from "@/ui/landing/how-anonymity-works";
import { PublicShell } from "@/ui/shell/public-shell";

export const metadata: Metadata = { title: "How anonymity works" };

export default function Page() {
  return (
    <PublicShell width="text">
      <HowAnonymityWorks />
    </PublicShell>
  );
}
