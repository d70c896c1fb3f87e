/** What the portal may write about. A choice is kept per topic, and per child for guardians (R17). */
export const choosableTopics = ["new_message", "visit_reminder"] as const;
export type ChoosableTopic = (typeof choosableTopics)[number];

/** Which ways a topic can be told, and whether the practice's own people are told of it too. */
export const topicWays: Readonly<
  Record<ChoosableTopic, { readonly sms: boolean; readonly forClinic: boolean }>
> = {
  new_message: { sms: false, forClinic: true },
  visit_reminder: { sms: true, forClinic: false },
};
