import { Temporal } from "temporal-polyfill";
import { type PlanMovement, planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { decideUndoChange, undoUntil } from "@/domain/treatment/undo-change";
import { factsOf, type PlanRow } from "../load-facts";
import { builtUponAt, type LateChangeRow, type LatelyRow, lateChanges } from "./lately-sql";

/** What one press marked and can still take back. */
export interface UndoablePress {
  /** Of one of its changes; taking that back takes back all. */
  readonly changeId: string;
  readonly stages: readonly Pick<LateChangeRow, "arch" | "kind" | "number">[];
  readonly changedOn: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** ISO 8601; from then on it stays. */
  readonly untilAt: string;
}

/** What a patient marked lately, as far as their pages offer to take it back or tell that it was. */
export interface Lately {
  /** The newest first. */
  readonly undoable: readonly UndoablePress[];
  /** How the dates moved back a moment ago; null when nothing was taken back. */
  readonly undone: PlanMovement | null;
}

export const nothingLately: Lately = { undoable: [], undone: null };

/** Minutes for which it is told that a change was taken back. */
const TOLD_MINUTES = 10;

/** What can be taken back now, and what was taken back a moment ago (R21). */
export function latelyOf(
  plan: PlanRow,
  row: LatelyRow,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Lately {
  return { undoable: undoablePresses(row, now), undone: undoneLately(plan, row, now, today) };
}

function undoablePresses(row: LatelyRow, now: Temporal.Instant): UndoablePress[] {
  const changes = lateChanges(row);
  const presses = new Map<string, UndoablePress>();
  for (const asked of changes) {
    const decided = decideUndoChange(asked, changes, builtUponAt(row), now);
    if (!decided.ok || presses.has(asked.row.recordedAt)) continue;
    presses.set(asked.row.recordedAt, {
      changeId: asked.id,
      stages: decided.value.map(({ row: { arch, kind, number } }) => ({ arch, kind, number })),
      changedOn: asked.row.changedOn,
      recordedAt: asked.row.recordedAt,
      untilAt: undoUntil(asked.recordedAt).toString(),
    });
  }
  return [...presses.values()].reverse();
}

function undoneLately(
  plan: PlanRow,
  { changes }: LatelyRow,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): PlanMovement | null {
  const at = (text: string) => Temporal.Instant.from(text);
  const isAfter = (one: Temporal.Instant, other: Temporal.Instant) =>
    Temporal.Instant.compare(one, other) > 0;
  const last = changes
    .flatMap(({ undoneAt }) => (undoneAt === null ? [] : [at(undoneAt)]))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  if (last === undefined || isAfter(now, last.add({ minutes: TOLD_MINUTES }))) return null;
  const isMarkedSince = changes.some(
    ({ undoneAt, recordedAt }) => undoneAt === null && isAfter(at(recordedAt), last),
  );
  if (isMarkedSince) return null;
  const before = changes
    .filter(({ undoneAt }) => undoneAt !== null && at(undoneAt).equals(last))
    .map(({ stageId, changedOn, recordedAt }) => ({
      event: "changed" as const,
      stageId,
      on: changedOn,
      recordedAt,
    }));
  const events = [...plan.events, ...before].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
  return planMovement(
    treatmentSchedule(factsOf({ ...plan, events }), today),
    treatmentSchedule(factsOf(plan), today),
    { reason: "change_undone" },
  );
}
