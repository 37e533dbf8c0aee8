import { env } from "@/env.js";
import { LandingPage } from "@/ui/landing/landing-page";
import { PublicShell } from "@/ui/shell/public-shell";

export const dynamic = "force-dynamic";

export default function Page() {
  return (
    <PublicShell>
      <LandingPage demoHref={env.TANDEM_DEMO ? "/dev/demo" : null} />
    </PublicShell>
  );
}
