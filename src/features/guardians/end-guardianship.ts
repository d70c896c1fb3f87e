import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import type { Services } from "@/server/services";
import { endGuardianshipIn } from "./end-guardianship-in";
import { lockGuardianship } from "./lock-guardianship";

/** R10: staff end a guardian's access, at once and with a reason, which stays with the practice. */
export async function endGuardianship(
  services: Services,
  actor: ClinicActor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<{ ended: true }, "not_found" | "already_over">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    if (!(await lockGuardianship(tx, practiceId, id))) return refused("not_found");
    const words = { words: reason };
    const ended = await endGuardianshipIn(tx, services, practiceId, id, words, auditActor(actor));
    return ended ? ok({ ended: true as const }) : refused("already_over");
  });
}
