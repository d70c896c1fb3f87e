import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { askedPatient } from "@/features/account/asked-patient";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { consumeLimits, limitKey } from "@/security/rate-limits";
import type { Services } from "@/server/services";
import { collectOwnData } from "./collect-own-data";
import { ownDataHtml } from "./own-data-html";
import type { OwnDataFile, OwnDataRequest } from "./schema";

const exportsPerDay = 10;

/**
 * R17, S23: all of one's own data, and that of the patient one acts for, as one file. Audited with it (S19). Refusals:
 * `not_found` for a patient one does not act for, `patient_required` where several were meant, `too_many_exports` above
 * 10 a day.
 */
export async function exportOwnData(
  services: Services,
  actor: SessionActor,
  { format, patientId: asked }: OwnDataRequest,
): Promise<Result<OwnDataFile, "not_found" | "patient_required" | "too_many_exports">> {
  const whose = askedPatient(actor, asked);
  if (!whose.ok) return whose;
  const counted = await consumeLimits(services.db.pool, [limitOf(services, actor)], services.now);
  if (!counted.ok) return refused("too_many_exports", { ...counted.detail });
  const patientId = whose.value;
  const { practiceId } = actor;
  await inPractice(services.db, practiceId, (tx) =>
    recordAudit(tx, services, auditActor(actor), {
      action: "data.exported",
      practiceId,
      objectKind: patientId === null ? "login" : "patient",
      objectId: patientId ?? actor.loginId,
      ...(patientId !== null && { patientId }),
      detail: { format },
    }),
  );
  const data = await collectOwnData(services, actor, patientId);
  const day = services.now.toZonedDateTimeISO(actor.zone).toPlainDate().toString();
  return ok({
    fileName: `my-data-${day}.${format}`,
    contentType: format === "json" ? "application/json" : "text/html;charset=utf-8",
    content:
      format === "json" ? JSON.stringify(data, null, 2) : ownDataHtml(data, data.login.language),
  });
}

function limitOf({ env }: Services, { loginId }: SessionActor) {
  const times = env.limits === "raised" ? 1_000 : 1;
  return {
    key: limitKey(env.hmacKey, "own data", loginId),
    points: exportsPerDay * times,
    windowSeconds: 86_400,
  };
}
