/** Why the sign-in page was come back to, as its address says it. */
export type SignInError = "used" | "address" | "mail";

export const readSignInError = (value: string | string[] | undefined): SignInError | null =>
  value === "used" || value === "address" || value === "mail" ? value : null;

export const malformedAddress = "Enter one mail address, such as ada@example.com.";
export const mailFailed = "The link could not be sent. Try again in a minute.";
