import { isPatientRole, type SessionActor } from "@/features/access/actors";

interface AccountSection {
  /** Names its words: `account.sections.<key>`, and the line below it on phones in `account.sections.lines`. */
  readonly key: string;
  readonly href: string;
  readonly for: "everybody" | "patientSide";
}

/** The sections of the account settings, in their order (R17). A new page adds its line here. */
const sections: readonly AccountSection[] = [
  { key: "profile", href: "/account/profile", for: "patientSide" },
  { key: "email", href: "/account/email", for: "everybody" },
  { key: "mobile", href: "/account/mobile", for: "everybody" },
  { key: "password", href: "/account/password", for: "everybody" },
  { key: "security", href: "/account/security", for: "everybody" },
  { key: "sessions", href: "/account/sessions", for: "everybody" },
  { key: "notifications", href: "/account/notifications", for: "everybody" },
  { key: "calendar", href: "/account/calendar", for: "everybody" },
  { key: "recordViews", href: "/account/record-views", for: "patientSide" },
  { key: "export", href: "/account/export", for: "everybody" },
  { key: "erasure", href: "/account/delete", for: "patientSide" },
];

/** The sections that somebody of this role has. */
export function accountSections({ role }: Pick<SessionActor, "role">): readonly AccountSection[] {
  return sections.filter((one) => one.for === "everybody" || isPatientRole(role));
}
