/** Why the sign-in page was come back to, as its address says it. */
export type SignInError = "used" | "address" | "mail" | "often" | "busy" | "own-sign-in";

export const readSignInError = (value: string | string[] | undefined): SignInError | null =>
  (["used", "address", "mail", "often", "busy", "own-sign-in"] as const).find((known) => known === value) ?? null;

export const malformedAddress = "Enter one mail address, such as ada@example.com.";
export const mailFailed = "The link could not be sent. Try again in a minute.";
/** Five links within an hour went to one address. */
export const askedOften =
  "Five links were asked for with this address within the hour. Use the newest of them, or ask again in an hour.";
export const siteBusy = "Many people are signing in from your network just now. Try again in a minute.";
