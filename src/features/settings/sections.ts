export interface SettingsSection {
  /** Names its words: `settings.sections.<key>`, and the line below it in `settings.sections.lines`. */
  readonly key: string;
  readonly href: string;
}

/** The sections of the practice's settings, in their order (R52). A new page adds its line here, and its icon. */
export const settingsSections: readonly SettingsSection[] = [
  { key: "visitTypes", href: "/desk/settings/visit-types" },
  { key: "hours", href: "/desk/settings/hours" },
  { key: "closures", href: "/desk/settings/closures" },
  { key: "booking", href: "/desk/settings/booking" },
  { key: "places", href: "/desk/settings/places" },
  { key: "reminders", href: "/desk/settings/reminders" },
  { key: "messages", href: "/desk/settings/messages" },
  { key: "problems", href: "/desk/settings/problems" },
  { key: "care", href: "/desk/settings/care" },
  { key: "guardians", href: "/desk/settings/guardians" },
  { key: "practice", href: "/desk/settings/practice" },
  { key: "privacy", href: "/desk/settings/privacy" },
];
