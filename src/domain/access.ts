/** What a member is in a company. Everyone is a member; leaders are so by the seat they hold. */
export type Role = "member" | "admin" | "board" | "cto" | "vpe";

const everyone: readonly Role[] = ["member", "admin", "board", "cto", "vpe"];
const admins: readonly Role[] = ["admin"];
const leaders: readonly Role[] = ["cto", "vpe"];
const everyRole: readonly Role[] = ["admin", "board", "cto", "vpe"];
const readersOfTheBoardPage: readonly Role[] = ["board", "cto", "vpe"];

/** The one table of who may do what. A permission's name is its procedure's own path. */
export const access = {
  "company.overview": everyone,
  "company.setup": admins,
  "company.settings": admins,
  "company.update": admins,
  "company.setReportOptions": admins,
  "member.list": admins,
  "member.invite": admins,
  "member.setRoles": admins,
  "member.remove": admins,
  "seat.list": admins,
  "seat.assign": admins,
  "seat.vacate": admins,
  "roster.list": admins,
  "roster.walk": admins,
  "roster.preview": admins,
  "roster.import": admins,
  "roster.fixRow": admins,
  "roster.applyImport": admins,
  "roster.discard": admins,
  "cycle.list": admins,
  "cycle.glance": admins,
  "cycle.get": admins,
  "cycle.create": admins,
  "cycle.update": admins,
  "cycle.setSlices": admins,
  "cycle.remove": admins,
  "cycle.check": admins,
  "cycle.open": admins,
  "cycle.remind": admins,
  "cycle.retryMail": admins,
  "cycle.markBounced": admins,
  "cycle.close": admins,
  "cycle.release": admins,
  "cycle.hold": admins,
  "cycle.liftHold": admins,
  "cycle.setBoardDelay": admins,
  "cycle.setBoardWords": admins,
  "plan.get": admins,
  "plan.setCycle": admins,
  "plan.setReminders": admins,
  "plan.saveTemplate": admins,
  "plan.pauseTemplate": admins,
  "invitation.sendMine": everyone,
  "invitation.colleagues": everyone,
  "rating.get": leaders,
  "rating.save": leaders,
  "report.list": everyone,
  "report.seat": leaders,
  "report.pair": leaders,
  "report.board": readersOfTheBoardPage,
  "comment.flag": leaders,
  "comment.listFlagged": admins,
  "comment.decide": admins,
  // A link lets its maker read the page, so making one is for those who read it anyway; admins see and revoke links.
  "share.list": ["admin", "board"],
  "share.create": ["board"],
  "share.revoke": ["admin", "board"],
  "event.list": admins,
  "event.add": admins,
  "event.remove": admins,
  "statement.mine": leaders,
  "statement.save": leaders,
  "commitment.list": leaders,
  "commitment.forEngineers": everyone,
  "commitment.save": leaders,
  "commitment.share": leaders,
  "commitment.close": leaders,
  "rights.ownData": everyone,
  "rights.erase": admins,
  "rights.startExport": admins,
  "rights.exportPage": admins,
  "rights.deletion": admins,
  "rights.requestDeletion": admins,
  "rights.callOffDeletion": admins,
  "rights.retention": admins,
  "rights.setRetention": admins,
  // A key is for what its maker may do: admins run the company, leaders and the board read reports. Admins see and revoke all.
  "apiKey.list": everyRole,
  "apiKey.create": everyRole,
  "apiKey.revoke": everyRole,
  "audit.list": admins,
  "audit.export": admins,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof access;

/** Whether any of a member's roles allows an action. A leader's own seat is checked where the report is read. */
export const may = (roles: readonly Role[], action: Action): boolean =>
  (access[action] as readonly Role[]).some((role) => roles.includes(role));
