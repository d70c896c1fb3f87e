import { identityOf } from "@/db/identity";
import type { Services } from "@/server/services";

/** Every practice of the installation by its short name, closed ones included: for an operator's tools. */
export function allPractices({
  db,
}: Pick<Services, "db">): Promise<{ id: string; shortName: string }[]> {
  return identityOf(db).practice.findMany({
    select: { id: true, shortName: true },
    orderBy: { shortName: "asc" },
  });
}
