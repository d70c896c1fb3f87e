import type { Tx } from "@/db/client";
import type { CaseState } from "@/db/generated/enums";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { type AuditFacts, recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import type { CaseAnswer } from "./schema";

export interface HeldCase {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly version: number;
  readonly patientId: string;
  readonly practitionerId: string;
  readonly labId: string;
  readonly labCaseId: string | null;
  readonly isMine: boolean;
}

export type CaseActRefusal = "not_found" | "idempotency_key_reused";

interface Act<Input, Reason extends string> {
  readonly operation: string;
  readonly input: Input & { readonly id: string };
  readonly action: AuditFacts["action"];
  /** Answers what the log says beside the case's number. */
  readonly change: (
    tx: Tx,
    held: HeldCase,
  ) => Promise<Result<Readonly<Record<string, string | number>> | null, Reason>>;
}

/**
 * Does something to a case: its row held against everybody else, once for each key, written down (S19), and answered with
 * how the case stands then. Refusals: `not_found`, `idempotency_key_reused`, and the change's own, which leave no trace.
 */
export function actOnCase<Input, Reason extends string>(
  services: Services,
  actor: ClinicActor,
  { operation, input, action, change }: Act<Input, Reason>,
): Promise<Result<CaseAnswer, Reason | CaseActRefusal>> {
  const { practiceId } = actor;
  return inPracticeOrNothing(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, operation, input, async () => {
      const held = await lockCase(tx, actor, input.id);
      if (!held) return refused("not_found");
      const changed = await change(tx, held);
      if (!changed.ok) throw new RolledBack(changed);
      // Lists stand by the latest change.
      await tx.labCase.updateMany({
        where: { practiceId, id: held.id },
        data: { updatedAt: fromInstant(services.now) },
      });
      await recordAudit(tx, services, auditActor(actor), {
        action,
        practiceId,
        objectKind: "case",
        objectId: held.id,
        patientId: held.patientId,
        detail: { number: held.number, ...changed.value },
      });
      return ok(await caseAnswerOf(tx, practiceId, held.id));
    }),
  );
}

export async function caseAnswerOf(tx: Tx, practiceId: string, id: string): Promise<CaseAnswer> {
  return tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id } },
    select: { id: true, number: true, state: true, version: true },
  });
}

async function lockCase(
  tx: Tx,
  { practiceId, personId }: ClinicActor,
  id: string,
): Promise<HeldCase | null> {
  const rows = await tx.$queryRaw<HeldCase[]>`
    select c.id, c.number, c.state, c.version, c.patient_id as "patientId", c.practitioner_id as "practitionerId",
      c.lab_id as "labId", c.lab_case_id as "labCaseId",
      exists (select from tenant.practitioner o where o.practice_id = c.practice_id and o.id = c.practitioner_id
        and o.person_id = ${personId}::uuid and o.archived_at is null) as "isMine"
    from tenant.lab_case c
    where c.practice_id = ${practiceId}::uuid and c.id = ${id}::uuid for update of c`;
  return rows[0] ?? null;
}
