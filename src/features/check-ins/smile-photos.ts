import { readInPractice } from "@/db/read";
import type { Services } from "@/server/services";
import { isoSql } from "./photo-schema";

/** A front photo of a check-in that was sent. */
export interface SmilePhoto {
  readonly checkInId: string;
  readonly uploadId: string;
  /** ISO 8601. */
  readonly takenAt: string;
  /** The stage whose stop it was about, if any. */
  readonly stageId: string | null;
  readonly stageNumber: number | null;
}

/** More would be no strip any more: the first one and the latest. */
const MOST = 24;

const read = {
  name: "smile-photos",
  text: `select "checkInId", "uploadId", "takenAt", "stageId", "stageNumber" from (
      select c.id as "checkInId", f.upload_id as "uploadId", ${isoSql("c.submitted_at")} as "takenAt", c.submitted_at,
        c.stage_id as "stageId", st.number as "stageNumber",
        row_number() over (order by c.submitted_at) as first, row_number() over (order by c.submitted_at desc) as last
      from tenant.check_in c
      join tenant.check_in_photo f on f.practice_id = c.practice_id and f.check_in_id = c.id
        and f.view = 'front' and not f.with_aligner
      join tenant.upload u on u.practice_id = f.practice_id and u.id = f.upload_id and u.state = 'stored'
      left join tenant.stage st on st.practice_id = c.practice_id and st.id = c.stage_id
      where c.practice_id = $1::uuid and c.patient_id = $2::uuid and c.submitted_at is not null
    ) s where first = 1 or last < ${MOST} order by submitted_at`,
};

/**
 * Front photos with the aligner out, the oldest first, at most 24 and always the first one (R27). Whoever asks has opened
 * the patient: `patientId` is theirs, or the page's gate let them in. Staff never ask (R52).
 */
export function smilePhotos(
  services: Services,
  practiceId: string,
  patientId: string,
): Promise<SmilePhoto[]> {
  return readInPractice<SmilePhoto>(services.db, practiceId, read, [practiceId, patientId]);
}
