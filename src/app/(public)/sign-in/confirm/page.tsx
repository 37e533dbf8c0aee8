import type { Metadata } from "next";
import { PublicShell } from "@/ui/shell/public-shell";
import { ConfirmSignIn } from "@/ui/sign-in/confirm-sign-in";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default function Page() {
  return (
    <PublicShell width="column" signIn={false}>
      <h1 className="mb-6">Sign in</h1>
      <ConfirmSignIn />
    </PublicShell>
  );
}
