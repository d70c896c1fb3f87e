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
  text: `select reschedule_notice_hours as rescheduling, cancel_notice_hours as cancelling
    from tenant.practice_settings where practice_id = $1::uuid`,
};

/** What a visit at this time would allow, said before it is booked (R32). */
export async function changeLimitsAt(
  services: Services,
  actor: PatientActor,
  at: string,
): Promise<ChangeLimits> {
  const { db, now } = services;
  const { practiceId } = actor;
  const rows = await readInPractice<{ rescheduling: number; cancelling: number }>(
    db,
    practiceId,
    notices,
    [practiceId],
  );
  const startsAt = Temporal.Instant.from(at);
  const until = (hours: number | undefined) =>
    hours === undefined ? null : changeUntil(now, startsAt, hours);
  return {
    reschedulingUntil: until(rows[0]?.rescheduling),
    cancellingUntil: until(rows[0]?.cancelling),
  };
}
