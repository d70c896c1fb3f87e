import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import type { CaseState as StoredState } from "@/db/generated/enums";
import { fromInstant } from "@/db/time";
import type { CaseEvent, CaseState } from "@/domain/cases/case-moves";
import { type CaseRefusal, nextCaseState } from "@/domain/cases/case-state";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";

export type CaseMoverFacts =
  | { readonly by: "orthodontist" | "staff"; readonly personId: string }
  /** The report's own id at the lab, and its own time. */
  | { readonly by: "lab"; readonly reportId: string; readonly at: Temporal.Instant }
  | { readonly by: "portal" };

export interface CaseMoveWish {
  readonly event: CaseEvent;
  readonly mover: CaseMoverFacts;
  readonly reason?: string | undefined;
  /** What changes with the state, such as the lab's own id of the case. */
  readonly also?: Prisma.LabCaseUncheckedUpdateManyInput;
}

export interface CaseMoved {
  readonly from: CaseState;
  readonly to: CaseState;
}

interface Row {
  state: StoredState;
  heldFrom: StoredState | null;
}

/** What a state stamps on the case when it is entered. */
const stamps: Partial<Record<CaseState, "submittedAt" | "sentAt" | "receivedAt" | "shippedAt">> = {
  queued: "submittedAt",
  sent: "sentAt",
  received: "receivedAt",
  shipped: "shippedAt",
};

/**
 * Moves a case under a lock of its row and writes the move down (docs/states.md, "Case"): the only way to change its
 * state. Refusals: `not_found`, `case_not_allowed`, `case_wrong_state` (with the present `state`).
 */
export async function moveCase(
  tx: Tx,
  services: Services,
  { practiceId, caseId }: { readonly practiceId: string; readonly caseId: string },
  { event, mover, reason, also }: CaseMoveWish,
): Promise<Result<CaseMoved, "not_found" | CaseRefusal>> {
  const rows = await tx.$queryRaw<Row[]>`
    select state, held_from as "heldFrom" from tenant.lab_case
    where practice_id = ${practiceId}::uuid and id = ${caseId}::uuid for update`;
  const row = rows[0];
  if (!row) return refused("not_found");
  const from = row.state;
  const next = nextCaseState(from, event, mover.by, row.heldFrom);
  if (!next.ok) return next;
  const to = next.value;
  const at = fromInstant(mover.by === "lab" ? mover.at : services.now);
  // What waited or is sent once more was submitted before.
  const stamp = to === "queued" && event !== "submit" ? undefined : stamps[to];
  await tx.labCase.updateMany({
    where: { practiceId, id: caseId },
    data: {
      ...(stamp && { [stamp]: at }),
      ...also,
      state: to,
      heldFrom: to === "on_hold" ? from : null,
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
  });
  const isPerson = mover.by === "orthodontist" || mover.by === "staff";
  await tx.caseEvent.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      caseId,
      event,
      fromState: from,
      toState: to,
      actorPersonId: isPerson ? mover.personId : null,
      actorRole: isPerson ? mover.by : null,
      reason: reason ?? null,
      labEventId: mover.by === "lab" ? mover.reportId : null,
      at,
    },
    select: { id: true },
  });
  return ok({ from, to });
}
