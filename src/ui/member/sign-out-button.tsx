"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/ui/kit/button";

/** Ends the session in this browser. */
export function SignOutButton() {
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    signOut({ callbackUrl: "/" }).catch(() => setLeaving(false));
  };
  return (
    <div>
      <Button disabled={leaving} onClick={leave}>
        {leaving ? "Signing out…" : "Sign out"}
      </Button>
    </div>
  );
}
