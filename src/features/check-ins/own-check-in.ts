import { readInPractice } from "@/db/read";
import type { PatientActor } from "@/features/access/actors";
import { actingGuardian, mayActSql } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { isoSql, type PlacedPhoto, photosJson } from "./photo-schema";

/** What is asked for now. */
export interface OpenCheckIn {
  readonly id: string;
  readonly state: "requested" | "submitted";
  readonly note: string | null;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly submittedAt: string | null;
  readonly photos: readonly PlacedPhoto[];
}

/** The latest verdict. */
export interface LastVerdict {
  readonly state: "go" | "not_yet";
  readonly note: string | null;
  readonly reviewedAt: string;
  readonly reviewedByName: string | null;
}

export interface OwnCheckIn {
  readonly open: OpenCheckIn | null;
  readonly last: LastVerdict | null;
  /** False for a guardian who may look alone (R10). */
  readonly mayAct: boolean;
}

const read = {
  name: "own-check-in",
  text: `select
    (select json_build_object('id', c.id, 'state', c.state, 'note', c.note, 'dueOn', c.due_on,
        'submittedAt', ${isoSql("c.submitted_at")}, 'photos', ${photosJson})
      from tenant.check_in c where c.practice_id = $1::uuid and c.patient_id = $2::uuid
        and c.state in ('requested', 'submitted')) as open,
    (select json_build_object('state', c.state, 'note', c.verdict_note, 'reviewedByName', c.reviewed_by_name,
        'reviewedAt', ${isoSql("c.reviewed_at")})
      from tenant.check_in c where c.practice_id = $1::uuid and c.patient_id = $2::uuid
        and c.state in ('go', 'not_yet') order by c.reviewed_at desc limit 1) as last,
    ${mayActSql("$2::uuid", "$3")} as "mayAct"`,
};

/** What the patient's check-in page shows (R24). */
export async function ownCheckIn(services: Services, actor: PatientActor): Promise<OwnCheckIn> {
  const { practiceId, patientId } = actor;
  const values = [practiceId, patientId, actingGuardian(actor)];
  const [row] = await readInPractice<OwnCheckIn>(services.db, practiceId, read, values);
  return row ?? { open: null, last: null, mayAct: false };
}

/** What is asked for or waits, as far as other pages say it. */
export interface OpenMark {
  readonly id: string;
  readonly state: "requested" | "submitted";
  readonly dueOn: string | null;
}

/** The same as one JSON value, null for none. The query around it gives the practice as `$1`. */
export function openCheckInJson(patient: string): string {
  return `(select json_build_object('id', c.id, 'state', c.state, 'dueOn', c.due_on)
    from tenant.check_in c
    where c.practice_id = $1::uuid and c.patient_id = ${patient} and c.state in ('requested', 'submitted'))`;
}

const openRead = { name: "open-check-in", text: `select ${openCheckInJson("$2::uuid")} as open` };

/** Whether photos are asked for or wait for an answer (R24). */
export async function openCheckInOf(
  services: Services,
  practiceId: string,
  patientId: string,
): Promise<OpenMark | null> {
  const values = [practiceId, patientId];
  const [row] = await readInPractice<{ open: OpenMark | null }>(
    services.db,
    practiceId,
    openRead,
    values,
  );
  return row?.open ?? null;
}
