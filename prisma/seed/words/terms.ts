/** Terms of the demo, each a version of its own; a practice that has none uses the installation's template. */
export const termsVersions = ["2026-1", "2026-2"] as const;

export function termsText(practiceName: string, version: string): string {
  const answer =
    version === "2026-1"
      ? "We answer messages within two working days."
      : "We answer messages within one working day.";
  return [
    `These terms are between you and ${practiceName}. They say what the portal is for and what we do with what you write in it.`,
    "1. What the portal is for\nYou can follow your treatment here, mark a change of aligners, book and move visits, and write to your orthodontist. The portal adds to your care at the practice and does not replace it.",
    `2. Messages are not for emergencies\n${answer} If you have severe pain, bleeding or swelling, call us. Outside opening hours, call your local emergency number.`,
    "3. Your login is yours alone\nKeep your password to yourself. Tell us when your mobile number or e-mail address changes, or when you think somebody else used your login. We never ask for your password or a code.",
    "4. Parents and guardians\nA guardian we have invited may act for a child. When the young person is old enough, they get a login of their own and the guardian's ends.",
    "5. Visits\nYou can cancel or move a visit up to the time shown beside it. After that, call us, so that somebody else can have the time.",
    "6. Your data\nWe keep what you enter here as part of your record, for as long as the law asks us to. Only people who take care of you at the practice see it, and you can see who did. You may ask for a copy at any time.",
    "7. When we change these terms\nWe tell you before we change them and ask you to agree to the new ones. If you do not agree, we take care of you without the portal.",
  ].join("\n\n");
}

/** What an installation starts with, before a practice writes its own. */
export const templateText = termsText("your orthodontic practice", "2026-2");
