import type * as z from "zod";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { isOldForm } from "./is-old-form";
import type { restrictionRefusals } from "./record-refusals";
import type { restrictionSchema } from "./record-schema";

type Wish = z.output<typeof restrictionSchema> & { readonly id: string };

/** R9: a patient with a restriction has the portal without booking; visits that stand stay. Said again it stays. */
export async function restrictBooking(
  services: Services,
  actor: ClinicActor,
  { id, version, restricted }: Wish,
): Promise<Result<{ restricted: boolean }, keyof typeof restrictionRefusals>> {
  type Answer = Result<{ restricted: boolean }, keyof typeof restrictionRefusals>;
  const { practiceId } = actor;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const record = await lockRecord(tx, practiceId, id);
    if (!record) return refused("not_found");
    const where = { practiceId_id: { practiceId, id } };
    const { bookingRestrictedAt } = await tx.patient.findUniqueOrThrow({
      where,
      select: { bookingRestrictedAt: true },
    });
    if ((bookingRestrictedAt !== null) === restricted) return ok({ restricted });
    if (await isOldForm(tx, practiceId, { id, version })) return refused("record_changed");
    const at = fromInstant(services.now);
    await tx.patient.update({
      where,
      data: {
        bookingRestrictedAt: restricted ? at : null,
        updatedAt: at,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: restricted ? "record.booking_restricted" : "record.booking_allowed",
      practiceId,
      objectKind: "patient",
      objectId: id,
      patientId: id,
    });
    return ok({ restricted });
  });
}
