import { readInPractice } from "@/db/read";
import type { CheckInState } from "@/domain/check-ins/check-in-state";
import type { ClinicActor } from "@/features/access/actors";
import { noteView } from "@/features/audit/note-view";
import type { Services } from "@/server/services";
import { isoSql, type PlacedPhoto, photosJson } from "./photo-schema";

/** One set of photos. */
export interface PhotoSet {
  readonly id: string;
  readonly submittedAt: string;
  readonly stageNumber: number | null;
  readonly photos: readonly PlacedPhoto[];
}

export interface ReviewedCheckIn extends PhotoSet {
  readonly patientId: string;
  readonly patientName: string;
  readonly state: Exclude<CheckInState, "requested">;
  readonly note: string | null;
  readonly verdictNote: string | null;
  readonly reviewedByName: string | null;
  readonly reviewedAt: string | null;
  /** The set sent before, to compare with. */
  readonly before: PhotoSet | null;
}

const stageNumber = `(select st.number from tenant.stage st where st.practice_id = c.practice_id and st.id = c.stage_id)`;

const read = {
  name: "review-check-in",
  text: `select c.id, c.patient_id as "patientId", coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName", c.state::text,
      c.note, c.verdict_note as "verdictNote", c.reviewed_by_name as "reviewedByName",
      ${isoSql("c.reviewed_at")} as "reviewedAt", ${isoSql("c.submitted_at")} as "submittedAt",
      ${stageNumber} as "stageNumber", ${photosJson} as photos, (
        select json_build_object('id', c.id, 'submittedAt', ${isoSql("c.submitted_at")},
          'stageNumber', ${stageNumber}, 'photos', ${photosJson})
        from tenant.check_in c
        where c.practice_id = n.practice_id and c.patient_id = n.patient_id and c.id <> n.id
          and c.submitted_at < n.submitted_at
        order by c.submitted_at desc limit 1) as before
    from tenant.check_in n
    join tenant.check_in c on c.practice_id = n.practice_id and c.id = n.id
    join tenant.patient p on p.practice_id = c.practice_id and p.id = c.patient_id
    where n.practice_id = $1::uuid and n.id = $2::uuid and n.submitted_at is not null`,
};

/** A set of photos that was sent, and the one before (R24); null for none of this practice. That it was seen is noted (R53). */
export async function reviewCheckIn(
  services: Services,
  actor: ClinicActor,
  id: string,
): Promise<ReviewedCheckIn | null> {
  const { practiceId } = actor;
  const [row] = await readInPractice<ReviewedCheckIn>(services.db, practiceId, read, [
    practiceId,
    id,
  ]);
  if (!row) return null;
  await noteView(services, actor, {
    action: "record.viewed",
    objectKind: "patient",
    objectId: row.patientId,
    patientId: row.patientId,
  });
  return row;
}
