import { inPractice } from "@/db/transaction";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import { fillArticles } from "./fill-articles";

/** Brings today's shipped texts to every practice that did not write its own. Answers how many copies changed. */
export async function renewArticles(services: Services): Promise<number> {
  let changed = 0;
  for (const practiceId of await allPracticeIds(services))
    changed += await inPractice(services.db, practiceId, (tx) =>
      fillArticles(tx, services, practiceId),
    );
  return changed;
}
