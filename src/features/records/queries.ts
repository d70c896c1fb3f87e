import { Temporal } from "temporal-polyfill";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { fromInstant, toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { onePerson } from "@/features/registration/failed/one-person";
import type { Services } from "@/server/services";
import { patientsById, type RecordLine } from "./find-patients";

/** One person's newest failure of one cause. */
export interface FailedRegistrationLine {
  readonly id: string;
  readonly name: string;
  readonly cause: FailedRegistrationCause;
  /** ISO 8601. */
  readonly failedAt: string;
}

export interface DeskHome {
  readonly recent: readonly RecordLine[];
  readonly failed: readonly FailedRegistrationLine[];
}

interface FailedRow extends Omit<FailedRegistrationLine, "failedAt"> {
  readonly failed_at: Date;
}

const RECENT = 8;
const FAILED = 6;

/** What the desk begins with: the records this person opened last, and who could not register lately (R8), each once. */
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
    const failed = await tx.$queryRaw<FailedRow[]>`
      select * from (
        select distinct on (cause, ${onePerson("f")}) id, first_name || ' ' || last_name as name, cause::text, failed_at
        from tenant.failed_registration f
        where practice_id = ${practiceId}::uuid and repaired_at is null and failed_at > ${since}
        order by cause, ${onePerson("f")}, failed_at desc) newest
      order by failed_at desc limit ${FAILED}`;
    return {
      recent: await patientsById(tx, practiceId, ids),
      failed: failed.map(({ failed_at, ...line }) => ({
        ...line,
        failedAt: toInstant(failed_at).toString(),
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
