/** Who a section of the account settings is for. */
export type SectionFor = "everybody" | "patientSide";

export interface AccountSection {
  /** Names its words: `account.sections.<key>`, and the line below it on phones in `account.sections.lines`. */
  readonly key: string;
  readonly href: string;
  readonly for: SectionFor;
  /** False until its page is there: then the section is left out. */
  readonly ready: boolean;
}

/** The sections of the account settings, in their order (R17). A new page adds its line here. */
export const accountSections: readonly AccountSection[] = [
  { key: "profile", href: "/account/profile", for: "patientSide", ready: true },
  { key: "email", href: "/account/email", for: "everybody", ready: true },
  { key: "mobile", href: "/account/mobile", for: "everybody", ready: true },
  { key: "password", href: "/account/password", for: "everybody", ready: true },
  { key: "security", href: "/account/security", for: "everybody", ready: true },
  { key: "sessions", href: "/account/sessions", for: "everybody", ready: true },
  { key: "notifications", href: "/account/notifications", for: "everybody", ready: true },
  { key: "calendar", href: "/account/calendar", for: "everybody", ready: true },
  { key: "recordViews", href: "/account/record-views", for: "patientSide", ready: true },
  { key: "export", href: "/account/export", for: "everybody", ready: true },
  { key: "erasure", href: "/account/delete", for: "patientSide", ready: true },
];
