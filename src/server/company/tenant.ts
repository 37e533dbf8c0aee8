import type { Role } from "@/domain/access";

declare const proven: unique symbol;

/** A company that the asking person was proven to belong to; only findTenant and findApiKey make one. */
export type Tenant = {
  readonly companyId: string;
  readonly slug: string;
  readonly name: string;
  readonly memberId: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly now: Date;
  /** What acts in the person's name, for the audit log; absent where it is the person. */
  readonly via?: string;
  /** Whether the company lets sessions in through its own sign-in only, and whether this person may also come by mail. */
  readonly gate?: { readonly ownSignIn: boolean; readonly breakGlass: boolean };
  readonly [proven]: true;
};

/** In whose name something is done and written down: an admin, or the schedule that an admin made. */
export type Actor = Pick<Tenant, "companyId" | "slug" | "name" | "email" | "now">;

/** Who stands in the audit log for what a job did by itself. */
export const scheduleName = "schedule";

/** For findTenant and findApiKey alone: marks a membership that was just read from the database. */
export const proveTenant = (membership: Omit<Tenant, typeof proven>): Tenant => membership as Tenant;
