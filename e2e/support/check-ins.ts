import sharp from "sharp";
import { asOwner, memberOf } from "./database";

/** Puts a patient back before their photo stop, with photos just asked for. */
export async function askForPhotos(loginName: string): Promise<void> {
  await asOwner(async (client) => {
    const { patient_id: patientId, practice_id: practiceId } = await memberOf(client, loginName);
    await client.query(
      `update tenant.check_in set state = 'cancelled', cancelled_at = app_now()
         where patient_id = $1 and state in ('requested', 'submitted')`,
      [patientId],
    );
    await client.query(
      `update tenant.plan_adjustment a set undone_at = app_now() from tenant.treatment_plan p
         where p.id = a.plan_id and p.patient_id = $1 and a.kind = 'stop_release' and a.undone_at is null`,
      [patientId],
    );
    await client.query(
      `insert into tenant.check_in (practice_id, id, patient_id, stage_id, state, due_on, note, created_at)
         select $2, gen_random_uuid(), $1, c.stage_id, 'requested', app_now()::date + 3, 'A clear picture of tooth 23', app_now()
         from tenant.aligner_change c join tenant.stage s on s.id = c.stage_id
         where c.patient_id = $1 and c.undone_at is null and s.stop_after = 'photo_check_in'
         order by c.changed_on desc limit 1`,
      [patientId, practiceId],
    );
  });
}

/** A small picture of one colour, as a phone's camera hands it over. */
export async function picture(colour: string) {
  const buffer = await sharp({
    create: { width: 320, height: 240, channels: 3, background: colour },
  })
    .jpeg()
    .toBuffer();
  return { name: "image.jpg", mimeType: "image/jpeg", buffer };
}
