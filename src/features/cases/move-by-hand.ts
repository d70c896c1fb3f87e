import type { CaseEvent } from "@/domain/cases/case-moves";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { AuditFacts } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { actOnCase } from "./act-on-case";
import { moveCase } from "./move-case";
import type { MoveRefusal } from "./refusals";
import type { CaseAnswer } from "./schema";

interface ByHand {
  readonly operation: string;
  readonly input: { readonly id: string; readonly reason?: string };
  readonly action: AuditFacts["action"];
  readonly event: CaseEvent;
}

/** A move that somebody of the practice makes and that has no other effect. */
export function moveByHand(
  services: Services,
  actor: ClinicActor,
  { operation, input, action, event }: ByHand,
): Promise<Result<CaseAnswer, MoveRefusal>> {
  const { practiceId, personId, role } = actor;
  const by = role === "orthodontist" ? "orthodontist" : "staff";
  return actOnCase<ByHand["input"], MoveRefusal>(services, actor, {
    operation,
    input,
    action,
    change: async (tx, { id: caseId }) => {
      const wish = { event, mover: { by, personId }, reason: input.reason } as const;
      const moved = await moveCase(tx, services, { practiceId, caseId }, wish);
      return moved.ok ? ok(null) : moved;
    },
  });
}
