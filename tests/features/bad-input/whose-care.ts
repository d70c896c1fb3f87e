import type { Try } from "./try";

const seen = "0".repeat(16);
const article = {
  title: "Not ours",
  body: "Not ours.",
  keywords: "",
  topic: "life",
  stageKind: null,
  published: true,
};

/** Every place where an article of the practice's guidance, or the patient who reads it, is named. */
export const careTries: readonly Try[] = [
  {
    operation: "listCare",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "readCareArticle",
    as: "patient",
    sent: ({ patientId }) => ({ params: { key: "cleaning" }, search: `patientId=${patientId}` }),
  },
  {
    operation: "giveCareFeedback",
    as: "patient",
    sent: ({ patientId, careArticleId }) => ({
      body: { patientId, articleId: careArticleId, helpful: true },
    }),
  },
  {
    operation: "giveCareFeedback",
    as: "patient",
    neighbourOnly: true,
    sent: ({ careArticleId }) => ({ body: { articleId: careArticleId, helpful: true } }),
  },
  {
    operation: "changeCareArticle",
    as: "admin",
    neighbourOnly: true,
    sent: ({ careArticleId: id }) => ({ params: { id }, body: { ...article, seen } }),
  },
  {
    operation: "restoreCareArticle",
    as: "admin",
    neighbourOnly: true,
    sent: ({ careArticleId: id }) => ({ params: { id }, body: { seen } }),
  },
];
