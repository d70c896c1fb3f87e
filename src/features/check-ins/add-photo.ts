import { inPractice } from "@/db/transaction";
import { nextCheckInState } from "@/domain/check-ins/check-in-state";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { lockCheckIn } from "./lock-check-in";
import type { AddPhotoReason } from "./refusals";
import type { AddPhotoInput, CheckInPhotoView } from "./schema";

/**
 * Puts an uploaded photo in its place of an open check-in (R24); one taken again takes the old one's place, whose file is
 * swept away. The same photo in the same place twice is one. Refused: `photo_unknown` for what is not this person's own
 * stored photo of this patient, or is used already; `view_only`; `not_found`; what the check-in's state says.
 */
export async function addPhoto(
  services: Services,
  actor: PatientActor,
  { id, view, withAligner, uploadId }: AddPhotoInput,
): Promise<Result<CheckInPhotoView, AddPhotoReason>> {
  const { practiceId, patientId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    if (!(await mayAct(tx, actor))) return refused("view_only");
    const found = await lockCheckIn(tx, { practiceId, id, patientId });
    if (found === null) return refused("not_found");
    const open = nextCheckInState(found.state, "submit");
    if (!open.ok)
      return open.reason === "not_sent_yet" ? refused("not_found") : refused(open.reason);
    // The row is held, so that no sweep takes the file away meanwhile.
    const usable = await tx.$queryRaw<{ id: string }[]>`
      select u.id from tenant.upload u
      where u.practice_id = ${practiceId}::uuid and u.id = ${uploadId}::uuid and u.state = 'stored' and u.kind = 'photo'
        and u.patient_id = ${patientId}::uuid and u.uploaded_by_person_id = ${personId}::uuid
        and not exists (select from tenant.message_attachment a where a.practice_id = u.practice_id and a.upload_id = u.id)
        and not exists (select from tenant.aligner_problem a where a.practice_id = u.practice_id and a.upload_id = u.id)
        and not exists (select from tenant.check_in_photo f where f.practice_id = u.practice_id and f.upload_id = u.id
          and not (f.check_in_id = ${id}::uuid and f.view = ${view} and f.with_aligner = ${withAligner}))
      for update`;
    if (usable.length === 0) return refused("photo_unknown");
    await tx.$executeRaw`
      insert into tenant.check_in_photo (practice_id, id, check_in_id, upload_id, view, with_aligner)
      values (${practiceId}::uuid, ${services.random.uuid()}::uuid, ${id}::uuid, ${uploadId}::uuid, ${view}, ${withAligner})
      on conflict (practice_id, check_in_id, view, with_aligner) do update set upload_id = excluded.upload_id`;
    return ok({ view, withAligner, uploadId });
  });
}
