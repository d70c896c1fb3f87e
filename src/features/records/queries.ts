import { Temporal } from "temporal-polyfill";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { fromInstant, toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { patientsById, type RecordLine } from "./find-patients";

export interface FailedRegistrationLine {
  readonly id: string;
  readonly name: string;
  readonly cause: FailedRegistrationCause;
  /** ISO 8601. */
  readonly failedAt: string;
  readonly patientId: string | null;
}

export interface DeskHome {
  readonly recent: readonly RecordLine[];
  readonly failed: readonly FailedRegistrationLine[];
}

const RECENT = 8;
const FAILED = 6;

/** What the desk begins with: the records this person opened last, and who could not register lately (R8). */
export async function deskHome(services: Services, actor: ClinicActor): Promise<DeskHome> {
  const { practiceId, personId } = actor;
  const since = fromInstant(services.now.subtract({ hours: 24 * 14 }));
  return inPractice(services.db, practiceId, async (tx) => {
    const viewed = await tx.$queryRaw<{ patient_id: string }[]>`
      select patient_id from tenant.audit_entry
      where practice_id = ${practiceId}::uuid and actor_person_id = ${personId}::uuid
        and action = 'record.viewed' and patient_id is not null and at > ${since}
      group by patient_id order by max(at) desc limit ${RECENT}`;
    const ids = viewed.map((row) => row.patient_id);
    const failed = await tx.failedRegistration.findMany({
      where: { practiceId, repairedAt: null, failedAt: { gt: since } },
      orderBy: { failedAt: "desc" },
      take: FAILED,
      select: {
        id: true,
        firstName: true,
        lastName: true,
        cause: true,
        failedAt: true,
        patientId: true,
      },
    });
    return {
      recent: await patientsById(tx, practiceId, ids),
      failed: failed.map((row) => ({
        id: row.id,
        name: `${row.firstName} ${row.lastName}`,
        cause: row.cause,
        failedAt: toInstant(row.failedAt).toString(),
        patientId: row.patientId,
      })),
    };
  });
}

/** Whole years from a birth date to a practice's today. */
export function ageOn(dateOfBirth: Date, today: Temporal.PlainDate): number {
  const born: Temporal.PlainDate = toDay(dateOfBirth);
  return Temporal.PlainDate.compare(born, today) > 0
    ? 0
    : born.until(today, { largestUnit: "year" }).years;
}
