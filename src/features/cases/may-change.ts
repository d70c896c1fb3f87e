import { ok, type Result, refused } from "@/domain/result";
import type { HeldCase } from "./act-on-case";

/** A case is written while it is a draft, or while the lab waits for new records (R48), by its own orthodontist. */
export function mayChange({
  state,
  isMine,
}: Pick<HeldCase, "state" | "isMine">): Result<null, "case_wrong_state" | "not_your_case"> {
  if (!isMine) return refused("not_your_case");
  if (state !== "draft" && state !== "needs_records") return refused("case_wrong_state", { state });
  return ok(null);
}
