import { emailSchema } from "@/domain/member";

export type SignInLink = { token: string; email: string; next: string };

/** Reads what a sign-in link carries behind the "#"; null if anything of it is missing or malformed. */
export function readLinkFragment(fragment: string): SignInLink | null {
  const values = new URLSearchParams(fragment.replace(/^#/, ""));
  const token = values.get("token");
  const email = emailSchema.safeParse(values.get("email"));
  if (!token || !/^[A-Za-z0-9_-]{20,200}$/.test(token) || !email.success) return null;
  return { token, email: email.data, next: values.get("next") ?? "/companies" };
}
