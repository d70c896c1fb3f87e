/** What articles are sorted by, in the order of the page. Their words: `care.topics.<topic>`. */
export const careTopics = [
  "start",
  "wearing",
  "cleaning",
  "eating",
  "problems",
  "life",
  "words",
  "after",
  "portal",
] as const;
export type CareTopic = (typeof careTopics)[number];

/** Topics are free text in the table: an unknown one stands with the portal's own. */
export function topicOf(topic: string): CareTopic {
  return careTopics.find((known) => known === topic) ?? "portal";
}
