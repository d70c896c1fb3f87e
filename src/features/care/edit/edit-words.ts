import { careStages } from "@/domain/care/care-stage";
import type { Translate } from "@/lib/translations";
import { careTopics } from "../topics";

export const articleFormWordKeys = [
  "title",
  "titleHint",
  "topic",
  "stageKind",
  "body",
  "bodyHint",
  "keywords",
  "keywordsHint",
  "published",
  "preview",
  "previewEmpty",
  "save",
  "saved",
  "savedHidden",
  "add",
] as const;

/** What an article can be filed under, as a list shows it; `words` are those of `care`. */
export function articleChoices(words: Translate) {
  return {
    topics: careTopics.map((value) => ({ value, label: words(`topics.${value}`) })),
    stages: [
      { value: "", label: words("settings.stages.none") },
      ...careStages.map((value) => ({ value, label: words(`settings.stages.${value}`) })),
    ],
  };
}
