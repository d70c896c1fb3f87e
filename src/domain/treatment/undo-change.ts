import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import type { Arch } from "@/domain/treatment/facts";

/** A change marked as done, as far as taking it back asks. */
export interface MarkedChange {
  readonly id: string;
  readonly arch: Arch;
  readonly recordedAt: Temporal.Instant;
  readonly isUndone: boolean;
}

export type UndoChangeRefusal = "already_undone" | "too_late" | "later_change" | "built_upon";

/** A day and a night: a wrong press late in the evening is noticed in the morning. */
export const UNDO_HOURS = 24;

/** The first instant at which a change marked then stays as it is. */
export function undoUntil(recordedAt: Temporal.Instant): Temporal.Instant {
  return recordedAt.add({ hours: UNDO_HOURS });
}

/**
 * Which changes are taken back with the one asked for (R21): all arches marked by the same press. Refused:
 * `already_undone`; `later_change` once the arch was changed again; `built_upon` once the practice decided something about
 * the plan, or photos went to it; `too_late` 24 hours after it was marked.
 */
export function decideUndoChange<Change extends MarkedChange>(
  asked: Change,
  changes: readonly Change[],
  builtUponAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Result<readonly Change[], UndoChangeRefusal> {
  if (asked.isUndone) return refused("already_undone");
  const counting = changes.filter(({ isUndone }) => !isUndone);
  const together = counting.filter(({ recordedAt }) => recordedAt.equals(asked.recordedAt));
  const isLater = counting.some(
    (other) =>
      together.some(({ arch }) => arch === other.arch) &&
      Temporal.Instant.compare(other.recordedAt, asked.recordedAt) > 0,
  );
  if (isLater) return refused("later_change");
  if (builtUponAt !== null && Temporal.Instant.compare(builtUponAt, asked.recordedAt) >= 0) {
    return refused("built_upon");
  }
  if (Temporal.Instant.compare(now, undoUntil(asked.recordedAt)) >= 0) return refused("too_late");
  return ok(together);
}
