import type { Leaving } from "@/features/people/roles/read-leaving";

const keys = ["patients", "threads", "visits", "casesOpen", "connections", "templates"] as const;

/** Only what there is any of, in the order of the page. */
export function leavingLines(leaving: Leaving) {
  return keys.map((key) => ({ key, count: leaving[key] })).filter(({ count }) => count > 0);
}
