import type * as z from "zod";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { replaceLoginLinks } from "@/features/registration/links/login-link-token";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { isOldForm } from "./is-old-form";
import type { archiveRefusals } from "./record-refusals";
import type { archiveSchema } from "./record-schema";

type Wish = z.output<typeof archiveSchema> & { readonly id: string };
type ArchiveRefusal = keyof typeof archiveRefusals;

const ahead = ["requested", "booked", "confirmed", "arrived", "in_chair"] as const;
/** A lab works on it, or will be told to. */
const underWay = {
  notIn: ["draft", "in_treatment", "completed", "cancelled", "rejected"],
} as const;

/**
 * Archives a record: the patient has no portal any more, login links die, history stays (R9). Refusals: `visits_ahead`,
 * `cases_under_way`: what somebody waits for is ended by hand first, so that nobody stands before a closed door.
 */
export async function archiveRecord(
  services: Services,
  actor: ClinicActor,
  { id, version, reason }: Wish,
): Promise<Result<{ archived: boolean }, ArchiveRefusal>> {
  const { practiceId } = actor;
  return inPracticeOrNothing<Result<{ archived: boolean }, ArchiveRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      const record = await lockRecord(tx, practiceId, id);
      if (!record) return refused("not_found");
      if (record.archivedAt !== null) return refused("already_archived");
      if (await isOldForm(tx, practiceId, { id, version })) return refused("record_changed");
      const open = await whatWaits(tx, services, practiceId, id);
      if (open.visits > 0) return refused("visits_ahead", { count: open.visits });
      if (open.cases > 0) return refused("cases_under_way", { count: open.cases });
      const at = fromInstant(services.now);
      await tx.patient.update({
        where: { practiceId_id: { practiceId, id } },
        data: {
          archivedAt: at,
          archivedReason: reason,
          updatedAt: at,
          version: { increment: 1 },
        },
        select: { id: true },
      });
      await replaceLoginLinks(tx, services, practiceId, id);
      await recordAudit(tx, services, auditActor(actor), {
        action: "record.archived",
        practiceId,
        objectKind: "patient",
        objectId: id,
        patientId: id,
        detail: { reason },
      });
      return ok({ archived: true });
    },
  );
}

async function whatWaits(tx: Tx, { now }: Services, practiceId: string, patientId: string) {
  const [visits, cases] = [
    await tx.appointment.count({
      where: { practiceId, patientId, state: { in: [...ahead] }, endsAt: { gt: fromInstant(now) } },
    }),
    await tx.labCase.count({
      where: { practiceId, patientId, state: { notIn: [...underWay.notIn] } },
    }),
  ];
  return { visits, cases };
}
