import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { type LockedLogin, lockedLogins } from "@/features/access/lock/locked-logins";
import { UNDELIVERED_DAYS } from "@/features/repairs/repair-count";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { type Resending, resendingOf } from "./resending";
import { whyOf } from "./why-undelivered";

/** A mail, text or PMS update that was given up and that nobody has attended to (S17). */
export interface UndeliveredLine {
  readonly id: string;
  readonly kind: "mail" | "sms" | "pms_update" | "lab_case" | "push";
  readonly purpose: string;
  readonly to: string;
  readonly patient: { readonly id: string; readonly name: string } | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly why: string;
  readonly resending: Resending;
}

/** Beside the failed registrations: locked logins and what could not be delivered. */
export interface RepairSides {
  readonly locked: readonly LockedLogin[];
  readonly undelivered: readonly UndeliveredLine[];
  /** More than are shown. */
  readonly isMore: boolean;
}

const MOST = 25;

/** S5, S17: who is locked, and what did not arrive, newest first. */
export async function repairSides(services: Services, actor: ClinicActor): Promise<RepairSides> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const since = fromInstant(services.now.subtract({ hours: 24 * UNDELIVERED_DAYS }));
    const rows = await tx.delivery.findMany({
      where: {
        practiceId,
        state: "undelivered",
        attendedAt: null,
        emptiedAt: null,
        // Another way stands in for a push (R39): nobody has to mend it.
        kind: { notIn: ["lab_case", "push"] },
        createdAt: { gt: since },
      },
      orderBy: { createdAt: "desc" },
      take: MOST + 1,
      select: {
        id: true,
        kind: true,
        purpose: true,
        recipient: true,
        patientId: true,
        createdAt: true,
        expiresAt: true,
        lastError: true,
      },
    });
    const patients = await tx.patient.findMany({
      where: { practiceId, id: { in: rows.flatMap(({ patientId }) => patientId ?? []) } },
      select: { id: true, firstName: true, lastName: true },
    });
    const names = new Map(patients.map((row) => [row.id, `${row.firstName} ${row.lastName}`]));
    return {
      locked: await lockedLogins(tx, services, practiceId),
      undelivered: rows.slice(0, MOST).map((row) => ({
        id: row.id,
        kind: row.kind,
        purpose: row.purpose,
        to: row.kind === "sms" ? formatPhone(row.recipient ?? "") : (row.recipient ?? ""),
        patient:
          row.patientId === null
            ? null
            : { id: row.patientId, name: names.get(row.patientId) ?? "" },
        createdAt: toInstant(row.createdAt).toString(),
        why: whyOf(row.kind, row.lastError),
        resending: resendingOf(row, services.now),
      })),
      isMore: rows.length > MOST,
    };
  });
}
