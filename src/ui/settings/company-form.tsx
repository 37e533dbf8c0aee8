"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { LiveRegion } from "@/ui/kit/live-region";
import { Notice } from "@/ui/kit/notice";
import { Select } from "@/ui/kit/select";
import { TextInput } from "@/ui/kit/text-input";
import { companyFormSchema } from "./company-form-schema";
import { usePassingMessage } from "./passing-message";
import { showRefusal } from "./refusal";

export type CompanySettings = { slug: string; name: string; contact: string; mailDomains: string[]; timeZone: string };

/** Name, contact and mail domains of a company. */
export function CompanyForm({
  settings,
  timeZones,
  variant,
}: {
  settings: CompanySettings;
  timeZones: readonly string[];
  variant?: "primary" | "secondary";
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [message, say] = usePassingMessage();
  const form = useForm<z.input<typeof companyFormSchema>, unknown, z.output<typeof companyFormSchema>>({
    resolver: zodResolver(companyFormSchema),
    defaultValues: {
      name: settings.name,
      contact: settings.contact,
      mailDomains: settings.mailDomains.join(", "),
      timeZone: settings.timeZone,
    },
  });
  const update = useMutation(
    trpc.company.update.mutationOptions({
      onSuccess: () => {
        say("Saved");
        router.refresh();
      },
      onError: (error) =>
        showRefusal(error, form.setError, {
          name: "name",
          contact: "contact",
          mailDomains: "mailDomains",
          timeZone: "timeZone",
        }),
    }),
  );
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="grid max-w-[480px] gap-4"
      onSubmit={form.handleSubmit((values) => update.mutate({ company: settings.slug, ...values }))}
    >
      <TextInput
        id="company-name"
        label="Company name"
        defaultValue={settings.name}
        autoComplete="organization"
        hint="It is typed to confirm the opening of a cycle, and stands in every mail."
        error={errors.name?.message}
        {...form.register("name")}
      />
      <TextInput
        id="company-contact"
        label="Contact address"
        defaultValue={settings.contact}
        type="email"
        autoComplete="email"
        hint="Engineers turn here when something looks wrong. It stands in the invitation and on the public page."
        error={errors.contact?.message}
        {...form.register("contact")}
      />
      <TextInput
        id="company-domains"
        label="Mail domains"
        defaultValue={settings.mailDomains.join(", ")}
        hint="Only addresses at these domains can be on the roster. This keeps outsiders out of the count. Several: separate with commas."
        autoComplete="off"
        spellCheck={false}
        error={errors.mailDomains?.message}
        {...form.register("mailDomains")}
      />
      <Select
        id="company-time-zone"
        label="Time zone"
        defaultValue={settings.timeZone}
        hint="Cycles open, close and are released by these clocks. Dates that are planned already keep their moment."
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        error={errors.timeZone?.message}
        {...form.register("timeZone")}
      />
      {errors.root?.message ? <Notice tone="error" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" variant={variant} disabled={update.isPending}>
          {update.isPending ? "Saving…" : "Save company"}
        </Button>
      </div>
      <LiveRegion message={message} />
    </form>
  );
}
