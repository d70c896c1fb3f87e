/** What the portal may write about. A choice is kept per topic, and per child for guardians (R17). */
export const choosableTopics = [
  "new_message",
  "visit_reminder",
  "change_before",
  "change_day",
  "change_late",
] as const;
export type ChoosableTopic = (typeof choosableTopics)[number];

/** Which ways a topic can be told, until somebody chooses, and whether the practice's own people are told of it too. */
export const topicWays: Readonly<
  Record<
    ChoosableTopic,
    {
      readonly sms: boolean;
      /** To the browsers somebody turned on: by default as soon as there is one. */
      readonly push: boolean;
      readonly forClinic: boolean;
      readonly byDefault: { readonly mail: boolean; readonly sms: boolean };
    }
  >
> = {
  new_message: { sms: true, push: true, forClinic: true, byDefault: { mail: true, sms: false } },
  visit_reminder: {
    sms: true,
    push: false,
    forClinic: false,
    byDefault: { mail: true, sms: true },
  },
  // One calm mail before a change; more, and texts, for those who ask for them (R23).
  change_before: {
    sms: true,
    push: false,
    forClinic: false,
    byDefault: { mail: true, sms: false },
  },
  change_day: { sms: true, push: false, forClinic: false, byDefault: { mail: false, sms: false } },
  change_late: { sms: true, push: false, forClinic: false, byDefault: { mail: true, sms: false } },
};
