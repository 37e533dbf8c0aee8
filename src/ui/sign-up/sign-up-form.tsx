"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { suggestSlug } from "@/domain/company";
import { domainOf, emailSchema } from "@/domain/member";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { TextInput } from "@/ui/kit/text-input";
import { showRefusal } from "@/ui/settings/refusal";
import { requestLink } from "@/ui/sign-in/request-link";
import { type SignUp, signUpFormSchema, type SignUpForm as Typed } from "./sign-up-schema";
import { SignedUp } from "./signed-up";

type Done = { email: string; slug: string; linkSent: boolean };

/** Makes a company with its first admin and sends that admin a sign-in link. */
export function SignUpForm({ siteHost, outboxHref }: { siteHost: string; outboxHref: string | null }) {
  const trpc = useTRPC();
  const [done, setDone] = useState<Done | null>(null);
  const form = useForm<Typed, unknown, SignUp>({
    resolver: zodResolver(signUpFormSchema),
    defaultValues: { name: "", slug: "", adminName: "", adminEmail: "", mailDomains: "" },
  });
  const { errors, dirtyFields, isSubmitting } = form.formState;
  const signUp = useMutation(
    trpc.company.signUp.mutationOptions({
      onError: (error) =>
        showRefusal(error, form.setError, {
          name: "name",
          slug: "slug",
          adminName: "adminName",
          adminEmail: "adminEmail",
          mailDomains: "mailDomains",
        }),
    }),
  );
  const submit = form.handleSubmit(async (values) => {
    const company = await signUp.mutateAsync(values).catch(() => null);
    if (!company) return;
    const { outcome } = await requestLink(values.adminEmail, `/${company.slug}/setup`);
    setDone({ email: values.adminEmail, slug: company.slug, linkSent: outcome === "sent" });
  });
  // Suggestions only fill what nobody has typed into.
  const suggestAddress = (name: string) => {
    if (!dirtyFields.slug) form.setValue("slug", suggestSlug(name));
  };
  const suggestDomain = (address: string) => {
    const email = emailSchema.safeParse(address);
    if (!dirtyFields.mailDomains && email.success) form.setValue("mailDomains", domainOf(email.data));
  };
  if (done) return <SignedUp {...done} outboxHref={outboxHref} />;
  return (
    <form noValidate method="post" className="grid gap-5" onSubmit={submit}>
      <TextInput
        id="name"
        label="Company"
        autoComplete="organization"
        error={errors.name?.message}
        {...form.register("name", { onChange: (event) => suggestAddress(event.target.value) })}
      />
      <TextInput
        id="slug"
        label="Address of your company here"
        hint={`${siteHost}/${form.watch("slug") || "your-company"}. Lower-case letters, digits and hyphens.`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.slug?.message}
        {...form.register("slug")}
      />
      <TextInput
        id="admin-name"
        label="Your name"
        autoComplete="name"
        error={errors.adminName?.message}
        {...form.register("adminName")}
      />
      <TextInput
        id="admin-email"
        label="Your work mail address"
        hint="You become the first admin. Admins set up and run cycles; they read no report."
        type="email"
        autoComplete="email"
        spellCheck={false}
        error={errors.adminEmail?.message}
        {...form.register("adminEmail", { onChange: (event) => suggestDomain(event.target.value) })}
      />
      <TextInput
        id="mail-domains"
        label="Mail domains of your engineers"
        hint="Only addresses at these domains can be on the roster. Separate several with commas."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.mailDomains?.message}
        {...form.register("mailDomains")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <Button type="submit" variant="primary" size="big" disabled={isSubmitting}>
        {isSubmitting ? "Signing up…" : "Sign up"}
      </Button>
    </form>
  );
}
