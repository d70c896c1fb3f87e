import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { type AuditActor, recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import { replaceGuardianLinks } from "@/features/registration/links/guardian-link";
import { hasChild } from "@/features/registration/links/start-from-invitation";
import { guardianLogin } from "@/features/registration/logins/guardian-login";
import type { Services } from "@/server/services";

/**
 * `age`: the practice's age is reached (R10); `until`: the last day has passed; `login_erased`: the guardian's login goes
 * (S23), whose own mail tells them; else what staff wrote.
 */
export type EndReason = "age" | "until" | "login_erased" | { readonly words: string };

/**
 * Ends a guardianship, from the next request on; false when it had ended. With the last one an invitation under way
 * dies too. A registered guardian is told, without a name (S23).
 */
export async function endGuardianshipIn(
  tx: Tx,
  services: Services,
  practiceId: string,
  id: string,
  reason: EndReason,
  actor: AuditActor = {},
): Promise<boolean> {
  const { count } = await tx.guardianship.updateMany({
    where: { practiceId, id, endedAt: null },
    data: {
      endedAt: fromInstant(services.now),
      endedReason: typeof reason === "string" ? reason : reason.words,
    },
  });
  if (count === 0) return false;
  const { patientId, guardianPersonId } = await tx.guardianship.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id } },
    select: { patientId: true, guardianPersonId: true },
  });
  const login = await guardianLogin(tx, practiceId, guardianPersonId);
  await recordAudit(tx, services, actor, {
    action: "guardian.ended",
    practiceId,
    objectKind: "guardianship",
    objectId: id,
    patientId,
    detail: {
      guardian: reason === "login_erased" ? null : (login?.loginName ?? null),
      because: typeof reason === "string" ? reason : "staff",
    },
  });
  if (!login || reason === "login_erased") return true;
  if (login.status === "issued" && !(await hasChild(tx, practiceId, guardianPersonId))) {
    await replaceGuardianLinks(tx, services, practiceId, {
      guardianLoginId: login.loginId,
      guardianPersonId,
    });
  }
  if (login.status === "active" && login.email !== null) {
    await queueMail(tx, services, {
      purpose: "guardian_ended",
      practiceId,
      to: login.email,
      language: login.language,
      personId: guardianPersonId,
    });
  }
  return true;
}
