import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { noteView } from "@/features/audit/note-view";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import type { VisitDetail } from "./detail-schema";
import { visitIn } from "./visit-rows";

const MOST_EVENTS = 50;

/** One visit of the practice with its history and a telephone number (R36); that somebody looked is noted (R53). */
export async function readVisit(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<VisitDetail, "not_found">> {
  const { practiceId } = actor;
  const detail = await inPractice(services.db, practiceId, async (tx) => {
    const found = await tx.appointment.findUnique({
      where: { practiceId_id: { practiceId, id } },
      select: { patient: { select: { mobilePhone: true, homePhone: true } } },
    });
    if (!found) return null;
    const visit = await visitIn(tx, services, actor, id);
    const rows = await tx.appointmentEvent.findMany({
      where: { practiceId, appointmentId: id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_EVENTS,
      select: {
        id: true,
        at: true,
        event: true,
        startsAt: true,
        actorPersonId: true,
        actorRole: true,
        reason: true,
      },
    });
    // Names stand in the audit log, as they were then.
    const named = await tx.auditEntry.findMany({
      where: { practiceId, patientId: visit.patient.id, objectId: id },
      orderBy: { at: "desc" },
      take: MOST_EVENTS,
      select: { actorPersonId: true, actorName: true },
    });
    const names = new Map(named.map((entry) => [entry.actorPersonId, entry.actorName]));
    const phone = found.patient.mobilePhone ?? found.patient.homePhone;
    return {
      visit,
      phone: phone && formatPhone(phone),
      events: rows.map(({ actorPersonId, actorRole, at, startsAt, ...row }) => ({
        ...row,
        at: toInstant(at).toString(),
        startsAt: toInstant(startsAt).toString(),
        byRole: actorRole,
        byName: (actorPersonId && names.get(actorPersonId)) || null,
      })),
    };
  });
  if (!detail) return refused("not_found");
  const { id: patientId } = detail.visit.patient;
  const viewed = { objectKind: "patient", objectId: patientId, patientId } as const;
  await noteView(services, actor, { action: "record.viewed", ...viewed });
  return ok(detail);
}
