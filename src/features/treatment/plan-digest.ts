import { createHash } from "node:crypto";
import type { PlanRow } from "./load-facts";

/** A mark of all facts a plan's dates are derived from: whoever decides says which ones they saw. */
export function planDigest(plan: PlanRow): string {
  const { series, events, pauses, extensions, stopReleases } = plan;
  const facts = [series, events, pauses, extensions, stopReleases].map((rows) =>
    rows.map((row) => JSON.stringify(row)).toSorted(),
  );
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);
}
