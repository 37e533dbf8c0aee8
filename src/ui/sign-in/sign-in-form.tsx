"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { emailSchema } from "@/domain/member";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { LinkSent } from "./link-sent";
import { requestLink } from "./request-link";
import { askedOften, mailFailed, malformedAddress, siteBusy } from "./sign-in-words";

const signInSchema = z.object({ email: emailSchema });

/** Asks for a sign-in link. Without scripts it is a plain form to the same address. */
export function SignInForm({
  next,
  addressError,
  outboxHref,
  secondary = false,
}: {
  next: string;
  addressError: string | null;
  /** Where the demo shows its mail. */
  outboxHref: string | null;
  /** Another way of signing in stands above it. */
  secondary?: boolean | undefined;
}) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm<z.input<typeof signInSchema>, unknown, z.output<typeof signInSchema>>({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: "" },
  });
  const send = form.handleSubmit(async ({ email }) => {
    const { outcome } = await requestLink(email, next);
    if (outcome === "sent") setSentTo(email);
    else if (outcome === "address") form.setError("email", { message: malformedAddress }, { shouldFocus: true });
    else if (outcome === "often") form.setError("email", { message: askedOften }, { shouldFocus: true });
    else form.setError("root", { message: outcome === "busy" ? siteBusy : mailFailed });
  });
  const { errors, isSubmitting, isSubmitted } = form.formState;
  if (sentTo) return <LinkSent address={sentTo} outboxHref={outboxHref} onAgain={() => setSentTo(null)} />;
  return (
    <form noValidate method="post" action="/api/auth/signin/email" className="grid gap-4" onSubmit={send}>
      <input type="hidden" name="callbackUrl" value={next} />
      <TextInput
        id="email"
        label="Mail address"
        type="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
        error={errors.email?.message ?? (isSubmitted ? undefined : (addressError ?? undefined))}
        {...form.register("email")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <Button type="submit" variant={secondary ? undefined : "primary"} size="big" disabled={isSubmitting}>
        {isSubmitting ? "Sending…" : "Send me a link"}
      </Button>
    </form>
  );
}
