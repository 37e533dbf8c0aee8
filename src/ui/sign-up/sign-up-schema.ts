import { z } from "zod";
import { signUpInput } from "@/domain/company";

/** Domains as they are typed: separated by commas, spaces or lines, with or without a leading "@". */
const splitDomains = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, ""))
    .filter((domain) => domain !== "");

/** The sign-up form: the law's own schema, with the mail domains as one line of text and one error for it. */
export const signUpFormSchema = signUpInput.extend({
  mailDomains: z.string().transform((text, context) => {
    const domains = signUpInput.shape.mailDomains.safeParse(splitDomains(text));
    if (domains.success) return domains.data;
    context.addIssue({
      code: "custom",
      message: domains.error.issues[0]?.message ?? "Enter at least one mail domain.",
    });
    return z.NEVER;
  }),
});

export type SignUpForm = z.input<typeof signUpFormSchema>;
export type SignUp = z.output<typeof signUpFormSchema>;
