const deeds: Record<string, string> = {
  "company.signUp": "Signed the company up",
  "company.update": "Changed the company’s settings",
  "company.setReportOptions": "Chose what leaders’ reports show",
  "member.invite": "Invited a member",
  "member.setRoles": "Changed roles",
  "member.remove": "Removed a member",
  "seat.assign": "Put a person into a seat",
  "seat.vacate": "Vacated a seat",
  "roster.import": "Read a roster file",
  "roster.apply": "Applied a roster",
  "roster.discard": "Discarded a roster file",
  "roster.sync": "The directory changed the roster",
  "directory.held": "The directory was stopped and asks",
  "directory.apply": "Applied what the directory asked for",
  "directory.identity": "Took a new address from the directory",
  "directory.discard": "Discarded what the directory asked for",
  "directory.saveMapping": "Said what the directory’s groups mean",
  "directory.release": "Ended the directory’s part",
  "cycle.create": "Drafted a cycle",
  "cycle.update": "Changed a draft’s dates",
  "cycle.setSlices": "Chose a cycle’s splits",
  "cycle.remove": "Removed a draft",
  "cycle.open": "Opened a cycle",
  "cycle.remind": "Sent a reminder",
  "cycle.retryMail": "Sent failed invitations again",
  "cycle.markBounced": "Noted a mail that came back",
  "cycle.unmarkBounced": "Took back the note of a mail that came back",
  "cycle.close": "Closed a cycle",
  "plan.setCycle": "Planned opening and release",
  "plan.openingFailed": "A planned opening did not happen",
  "plan.setReminders": "Switched planned reminders",
  "plan.saveTemplate": "Saved the template of quarters",
  "plan.pauseTemplate": "Paused the template of quarters",
  "plan.resumeTemplate": "Let the template of quarters go on",
  "cycle.release": "Released the reports",
  "comment.flag": "Reported a comment",
  "comment.decide": "Decided about a reported comment",
  "cycle.hold": "Held a report back",
  "cycle.liftHold": "Lifted a hold",
  "cycle.setBoardDelay": "Set the hours between leaders and board",
  "share.create": "Made a link to the board page",
  "share.open": "Opened the board page by a link",
  "share.revoke": "Revoked a link to the board page",
  "apiKey.create": "Made an API key",
  "apiKey.revoke": "Revoked an API key",
  "webhook.create": "Added an address for notifications",
  "webhook.update": "Changed an address for notifications",
  "webhook.remove": "Removed an address for notifications",
  "webhook.rotateSecret": "Made a new signing secret",
  "webhook.test": "Sent a test notification",
  "webhook.redeliver": "Sent a notification again",
  "webhook.switchOn": "Switched notifications on again",
  "webhook.switchOff": "Notifications were switched off",
  "event.add": "Added an event beside the trends",
  "event.remove": "Removed an event beside the trends",
  "statement.save": "Wrote the own words for the board page",
  "commitment.save": "Drafted a commitment",
  "commitment.share": "Shared a commitment with the engineers",
  "commitment.close": "Closed a commitment",
  "member.erase": "Erased a person",
  "company.export": "Took the company’s data along",
  "company.requestDeletion": "Asked for the company’s deletion",
  "company.callOffDeletion": "Called the deletion off",
  "signOn.save": "Set the provider for single sign-on",
  "signOn.check": "Checked the provider for single sign-on",
  "signOn.remove": "Removed the provider for single sign-on",
  "signOn.verifyDomain": "Verified a mail domain",
  "signOn.domainUnproven": "Did not find a verified domain’s record for three days",
  "signOn.forgetDomain": "Forgot a verified mail domain",
  "signOn.require": "Required single sign-on",
  "signOn.stopRequiring": "Stopped requiring single sign-on",
  "signOn.breakGlass": "Entered by mail although single sign-on is required",
  "retention.set": "Set how long results are kept",
  "cycle.setBoardWords": "Wrote the board page’s words",
};

/** What an admin did, in words; an action without words keeps its name. */
export const deedText = (action: string): string => deeds[action] ?? action;

const time = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** "24 Nov 2026, 09:05 UTC" */
export const auditTime = (moment: Date): string => `${time.format(moment)} UTC`;

/** A zero-based page number from the address, which counts from one; anything else is the first page. */
export function pageFrom(text: string | string[] | undefined): number {
  const page = typeof text === "string" && /^\d{1,5}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(page, 1), 10_000) - 1;
}

/** One choice from the address, or none. */
export const chosen = (text: string | string[] | undefined): string | undefined =>
  typeof text === "string" && text !== "" ? text.slice(0, 254) : undefined;
