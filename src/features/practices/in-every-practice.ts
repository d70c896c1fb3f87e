import type { Services } from "@/server/services";
import { type PracticeFacts, practiceById } from "./current-practice";
import { allPracticeIds } from "./delivery-practice";

/** Does a sweep's work in one practice after the other (S12); answers the sum of what it dealt with. */
export async function inEveryPractice(
  services: Services,
  work: (services: Services, practice: PracticeFacts) => Promise<number>,
): Promise<number> {
  let settled = 0;
  for (const practiceId of await allPracticeIds(services)) {
    const practice = await practiceById(services, practiceId);
    if (practice) settled += await work(services, practice);
  }
  return settled;
}
