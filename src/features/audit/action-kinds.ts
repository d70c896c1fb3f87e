import { type AuditAction, auditActions } from "./actions";

/** What S19 asks an entry for, as kinds to search by. */
export const auditKinds = [
  "login",
  "failure",
  "lock",
  "view",
  "change",
  "export",
  "link",
  "role",
] as const;

export type AuditKind = (typeof auditKinds)[number];

const named: Readonly<Partial<Record<AuditAction, AuditKind>>> = {
  "login.locked": "lock",
  "login.unlocked": "lock",
  "login.refused_while_locked": "failure",
  "login.factor_missing": "failure",
  "registration.failed": "failure",
  "request.refused": "failure",
  "login.code_sent": "login",
  "login.succeeded": "login",
  "session.stepped_up": "login",
  "session.ended": "login",
  logout: "login",
  "record.searched": "view",
  "audit.searched": "view",
  "admin.invited": "role",
};

/** The kind an action belongs to; what is none of the named ones is a change. */
export function kindOf(action: AuditAction): AuditKind {
  const kind = named[action];
  if (kind) return kind;
  if (action.endsWith("_failed")) return "failure";
  if (action.endsWith(".viewed")) return "view";
  if (action.endsWith(".exported")) return "export";
  if (/^(login_link|calendar_address)\./.test(action)) return "link";
  if (/^(guardian|role|invitation|membership|set_up)\./.test(action)) return "role";
  return "change";
}

export function actionsOf(kind: AuditKind): AuditAction[] {
  return auditActions.filter((action) => kindOf(action) === kind);
}
