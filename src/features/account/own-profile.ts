import type { Temporal } from "temporal-polyfill";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { type RecordDetail, recordDetails } from "@/domain/pms/detail-changes";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { selectDetails } from "./change-profile";

export interface OwnProfile {
  readonly name: string;
  /** What the child is called in words to a guardian. */
  readonly firstName: string;
  readonly version: number;
  /** Numbers as people write them; empty where there is nothing. */
  readonly values: Readonly<Record<RecordDetail, string>>;
  readonly mayChange: boolean;
  /** The last change of each field that the practice's system was told of, newest first. */
  readonly sent: readonly {
    readonly field: RecordDetail;
    readonly at: Temporal.Instant;
    readonly standing: "waiting" | "sent" | "not_taken";
  }[];
}

const phones: readonly RecordDetail[] = ["homePhone", "workPhone", "emergencyContactPhone"];

/** The record as the person, or a guardian, sees and changes it (R17). */
export function ownProfile(services: Services, actor: PatientActor): Promise<OwnProfile> {
  const { practiceId, patientId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const { version, firstName, lastName, ...record } = await tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: { ...selectDetails, version: true, firstName: true, lastName: true },
    });
    const rows = await tx.recordChange.findMany({
      where: { practiceId, patientId, OR: [{ settledAt: null }, { outcome: { not: "replaced" } }] },
      orderBy: { requestedAt: "desc" },
      take: 50,
      select: { field: true, requestedAt: true, outcome: true },
    });
    const sent = recordDetails.flatMap((field) => {
      const last = rows.find((row) => row.field === field);
      if (!last || last.outcome === "kept_here") return [];
      const standing =
        last.outcome === null ? "waiting" : last.outcome === "not_taken" ? "not_taken" : "sent";
      return [{ field, at: toInstant(last.requestedAt), standing } as const];
    });
    const values = Object.fromEntries(
      recordDetails.map((field) => {
        const value = record[field] ?? "";
        return [field, phones.includes(field) ? formatPhone(value) : value];
      }),
    ) as Record<RecordDetail, string>;
    return {
      name: `${firstName} ${lastName}`,
      firstName: record.preferredName ?? firstName,
      version,
      values,
      mayChange: await mayAct(tx, actor),
      sent,
    };
  });
}
