/** What the portal may write about. A choice is kept per topic, and per child for guardians (R17). */
export const choosableTopics = ["new_message"] as const;
export type ChoosableTopic = (typeof choosableTopics)[number];
