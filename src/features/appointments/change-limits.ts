import { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { isInsideNotice, noticeEndsAt } from "@/domain/appointments/notice";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { isoOf } from "./free-times";

/** Until when the patient may still change a visit by themselves (ISO 8601); null where it is too late (R32). */
export interface ChangeLimits {
  readonly reschedulingUntil: string | null;
  readonly cancellingUntil: string | null;
}

/** The last moment before the notice, or null inside it. */
export function changeUntil(
  now: Temporal.Instant,
  startsAt: Temporal.Instant,
  noticeHours: number,
): string | null {
  if (isInsideNotice(startsAt, noticeHours, now)) return null;
  return isoOf(noticeEndsAt(startsAt, noticeHours).epochMilliseconds);
}

const notices = {
  name: "change-notices",
  text: `select s.reschedule_notice_hours as rescheduling, s.cancel_notice_hours as cancelling, v.needs_approval as "needsApproval"
    from tenant.practice_settings s join tenant.visit_type v on v.practice_id = s.practice_id
    where s.practice_id = $1::uuid and v.id = $2::uuid`,
};

interface Notices {
  readonly rescheduling: number;
  readonly cancelling: number;
  readonly needsApproval: boolean;
}

/** What a visit at this time would allow, and whether the practice has to agree to it: said before it is taken (R32). */
export async function changeLimitsAt(
  services: Services,
  actor: PatientActor,
  { at, visitTypeId }: { readonly at: string; readonly visitTypeId: string },
): Promise<ChangeLimits & Pick<Notices, "needsApproval">> {
  const { db, now } = services;
  const { practiceId } = actor;
  const rows = await readInPractice<Notices>(db, practiceId, notices, [practiceId, visitTypeId]);
  const startsAt = Temporal.Instant.from(at);
  const until = (hours: number | undefined) =>
    hours === undefined ? null : changeUntil(now, startsAt, hours);
  return {
    reschedulingUntil: until(rows[0]?.rescheduling),
    cancellingUntil: until(rows[0]?.cancelling),
    needsApproval: rows[0]?.needsApproval ?? false,
  };
}
