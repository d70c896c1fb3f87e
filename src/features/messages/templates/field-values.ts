import type { Tx } from "@/db/client";
import type { FieldValues } from "@/domain/messages/template-fields";
import type { ClinicActor } from "@/features/access/actors";
import { formatDayTime } from "@/lib/format-time";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { reachOf, shownName } from "../thread-member";
import type { TemplatesWish } from "./schema";

interface Row {
  readonly patient: string;
  readonly orthodontist: string | null;
  readonly me: string;
  readonly phone: string | null;
  readonly visitAt: Date | null;
}

/** What a thread, or the patient of one that is begun, fills into templates (R40); null for what the actor does not reach (S12). */
export async function fieldValues(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { threadId, patientId }: TemplatesWish,
): Promise<FieldValues | null> {
  const { practiceId, practiceName, zone } = actor;
  const [row] = await tx.$queryRaw<Row[]>`
    select coalesce(p.preferred_name, p.first_name) as patient,
      (select o.name from tenant.practitioner o where o.practice_id = p.practice_id and o.id = p.practitioner_id)
        as orthodontist,
      ${shownName(actor)} as me,
      (select nullif(r.support_phone, '') from identity.practice r where r.id = p.practice_id) as phone,
      -- What is only asked for is no visit yet.
      (select min(a.starts_at) from tenant.appointment a where a.practice_id = p.practice_id and a.patient_id = p.id
        and a.starts_at > app_now() and a.state in ('booked', 'confirmed')) as "visitAt"
    from tenant.patient p
    where p.practice_id = ${practiceId}::uuid and case when ${threadId ?? null}::uuid is null
      then p.id = ${patientId ?? null}::uuid and p.archived_at is null
      else p.id = (select t.patient_id from tenant.thread t where t.practice_id = p.practice_id and t.id = ${threadId ?? null}::uuid
        and (not ${reachOf(actor).withStaffOnly}::boolean or t.with_staff)) end`;
  if (!row) return null;
  const { patient, orthodontist, me, phone, visitAt } = row;
  const { language } = services.request;
  return {
    patient,
    orthodontist,
    me,
    practice: practiceName,
    phone: phone && formatPhone(phone),
    visit: visitAt && formatDayTime(visitAt.toISOString(), zone, language),
  };
}
