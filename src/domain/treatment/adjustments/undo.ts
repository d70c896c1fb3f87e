import { ok, type Result, refused } from "@/domain/result";
import type { AdjustmentKind } from "@/domain/treatment/adjustments/wish";

/** An adjustment of the plan as far as taking it back asks. */
export interface AdjustmentRecord {
  readonly id: string;
  readonly number: number;
  readonly kind: AdjustmentKind;
  readonly isUndone: boolean;
  /** The verdict on photos released the stop: it is changed there. */
  readonly isByCheckIn: boolean;
  /** Its pause has run out. */
  readonly isOver: boolean;
  /** An aligner was changed since on an arch it is about. */
  readonly isBuiltOn: boolean;
  /** The plan has a newer version. */
  readonly isEditedSince: boolean;
}

export type UndoRefusal =
  | "already_undone"
  | "by_check_in"
  | "pause_over"
  | "later_adjustment"
  | "changed_since"
  | "edited_since";

/**
 * Whether an adjustment can be taken back: the latest one that counts, until the next fact builds on it. Then everything
 * is as if it had never been decided.
 */
export function decideUndo(
  asked: AdjustmentRecord,
  history: readonly AdjustmentRecord[],
): Result<AdjustmentRecord, UndoRefusal> {
  if (asked.isUndone) return refused("already_undone");
  if (asked.isByCheckIn) return refused("by_check_in");
  const later = history.some((other) => !other.isUndone && other.number > asked.number);
  if (later) return refused("later_adjustment");
  if (asked.isOver) return refused("pause_over");
  if (asked.isBuiltOn) return refused("changed_since");
  return asked.isEditedSince ? refused("edited_since") : ok(asked);
}
