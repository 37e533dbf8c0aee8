import { z } from "zod";
import { mailDomainSchema, updateCompanyInput } from "@/domain/company";

/** Domains typed on one line, separated by commas or spaces; an at sign in front is forgiven. */
const typedDomains = z
  .string()
  .transform((typed, context): string[] => {
    const parts = typed.split(/[\s,;]+/).filter((part) => part !== "");
    const wrong = parts.find((part) => !mailDomainSchema.safeParse(part.replace(/^@/, "")).success);
    if (wrong === undefined) return [...new Set(parts.map((part) => part.replace(/^@/, "").toLowerCase()))];
    context.addIssue({ code: "custom", message: `“${wrong}” is not a domain. Enter one such as example.com.` });
    return z.NEVER;
  })
  .pipe(updateCompanyInput.shape.mailDomains);

export const companyFormSchema = updateCompanyInput.extend({ mailDomains: typedDomains });
