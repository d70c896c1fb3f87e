import { columnsOf } from "@/features/care/fill-articles";
import { shippedArticles } from "@/features/care/shipped/shipped-texts";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { RowOf } from "../tables";
import { editedArticle, hiddenKey, outdatedArticle, ownArticle } from "../words/care-articles";

type Article = Omit<RowOf<"tenant.care_article">, "practiceId" | "id" | "updatedAt">;

/** The shipped care guidance, what the practice made of it, and what some readers thought of it (R26). */
export function addCare(making: Making, patients: readonly PatientWithCourse[]): void {
  const { rows, practiceId, chance } = making;
  const readers = patients.filter(({ registered }) => registered);
  for (const article of articlesOf(making)) {
    const updatedAt = ago(making, { days: chance.between(20, 300) });
    const id = chance.id(updatedAt);
    rows.add("tenant.care_article", { practiceId, id, ...article, updatedAt: at(updatedAt) });
    for (const reader of chance.shuffled(readers).slice(0, chance.between(0, 9))) {
      const createdAt = ago(making, { days: chance.between(1, 29) });
      rows.add("tenant.care_feedback", {
        practiceId,
        id: chance.id(createdAt),
        articleId: id,
        personId: reader.login.personId,
        helpful: chance.happens(0.85),
        createdAt: at(createdAt),
      });
    }
  }
}

/** Every row names the same columns: one that is left out would be null, not its default. */
function articlesOf(making: Making): Article[] {
  const editedAt = at(ago(making, { days: 40 }));
  const shipped = shippedArticles().map((one): Article => {
    const { key, language } = one;
    const { addition } =
      [editedArticle, outdatedArticle].find((edited) => edited.key === key) ?? {};
    const { shippedDigest, body, ...columns } = columnsOf(one);
    return {
      ...columns,
      key,
      language,
      body: body + (addition ?? ""),
      published: key !== hiddenKey,
      shippedDigest: key === outdatedArticle.key ? "former" : shippedDigest,
      editedAt: addition === undefined ? null : editedAt,
    };
  });
  const own: Article = {
    ...ownArticle,
    language: "en",
    stageKind: null,
    position: 10_000,
    published: true,
    shippedDigest: null,
    editedAt: null,
  };
  return [...shipped, own];
}
