import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import { careArticles } from "../words/care-articles";

/** The practice's care guidance, with what some readers thought of it. */
export function addCare(making: Making, patients: readonly PatientWithCourse[]): void {
  const { rows, practiceId, chance } = making;
  const readers = patients.filter(({ registered }) => registered);
  for (const article of careArticles) {
    const updatedAt = ago(making, { days: chance.between(30, 300) });
    const id = chance.id(updatedAt);
    rows.add("tenant.care_article", { practiceId, id, ...article, updatedAt: at(updatedAt) });
    for (const reader of chance.shuffled(readers).slice(0, chance.between(2, 9))) {
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
