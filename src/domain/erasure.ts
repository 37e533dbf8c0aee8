import { z } from "zod";
import { Refusal } from "./errors";
import { emailSchema } from "./member";

/** What stands where an erased person's name stood. */
export const formerMemberName = "Former member";

/** Where the name of a past leader is a row's author; no address at .invalid can ever receive mail (RFC 2606). */
export function formerMember(memberId: string): { name: string; email: string; pseudonym: string } {
  const short = memberId.slice(0, 8);
  return {
    name: formerMemberName,
    email: `former-${memberId}@erased.invalid`,
    pseudonym: `${formerMemberName} ${short}`,
  };
}

export const eraseMemberInput = z.object({ email: emailSchema });

export type ErasureFacts = {
  name: string;
  isYou: boolean;
  isContact: boolean;
  lastAdmin: boolean;
  seats: number;
  /** Cycles that know the person and still have sealed ballots, in words: "Q1 2031, open". */
  running: readonly string[];
};

/** Refuses to erase the asking person, the contact, the last admin, a leader in a seat, and anybody a running cycle knows. */
export function checkErasure({ name, isYou, isContact, lastAdmin, seats, running }: ErasureFacts): void {
  const refuse = (message: string) => {
    throw new Refusal("conflict", message, "email");
  };
  if (isYou) refuse("This is your own address. Ask another admin to erase you.");
  if (isContact) refuse(`${name} is the company's contact. Name another contact first.`);
  if (lastAdmin) refuse("A company needs at least one admin. Make somebody else an admin first.");
  if (seats > 0) refuse(`${name} holds a seat. Vacate the seat first.`);
  if (running.length > 0) {
    refuse(
      `${running.join(" and ")}: ${name} is on record there, and nothing of a running cycle may change. Erase them once its sealed ballots are destroyed, seven days after it closes.`,
    );
  }
}
