import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { isWishOver } from "@/domain/appointments/wished-move";
import { tellDiaries } from "@/features/messages/live/tell-diaries";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import { lockAppointment } from "../lock-appointment";
import { writeEvent } from "../record-event";
import { tellAbout } from "../tell-people";
import { lockWish, releaseWish } from "./wished-time";

/**
 * Ends wishes for another time that nobody answered before the visit or the wished time began (R31). Whoever still has
 * the visit ahead is told that it stays. Answers how many.
 */
export async function expireWishes(services: Services): Promise<number> {
  let ended = 0;
  for (const practiceId of await allPracticeIds(services)) {
    const visitIds = await inPractice(services.db, practiceId, (tx) =>
      over(tx, services, practiceId),
    );
    for (const visitId of visitIds) {
      const isOurs = await inPractice(services.db, practiceId, (tx) =>
        expire(tx, services, practiceId, visitId),
      );
      if (isOurs) ended += 1;
    }
  }
  return ended;
}

async function over(tx: Tx, { now }: Services, practiceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select a.id from tenant.appointment w
    join tenant.appointment a on a.practice_id = w.practice_id and a.id = w.replaces_appointment_id
    where w.practice_id = ${practiceId}::uuid and w.replaces_appointment_id is not null and w.state = 'requested'
      and least(w.starts_at, a.starts_at) <= ${now.toString()}::timestamptz`;
  return rows.map(({ id }) => id);
}

async function expire(
  tx: Tx,
  services: Services,
  practiceId: string,
  visitId: string,
): Promise<boolean> {
  const visit = await lockAppointment(tx, { practiceId }, visitId);
  const wish = visit && (await lockWish(tx, practiceId, visitId));
  if (!visit || !wish || !isWishOver({ visit, wish }, services.now)) return false;
  const next = nextAppointmentState(visit.state, "withdraw", "system");
  if (!next.ok) return false;
  await releaseWish(tx, services, practiceId, wish, null);
  const over = { appointmentId: visitId, event: "withdraw", from: visit.state } as const;
  const { startsAt: wishedAt } = wish;
  await writeEvent(tx, services, practiceId, { ...over, to: next.value, startsAt: wishedAt }, null);
  const { patientId, startsAt } = visit;
  if (startsAt.epochMilliseconds > services.now.epochMilliseconds) {
    const news = { appointmentId: visitId, purpose: "appointment_kept", startsAt } as const;
    await tellAbout(tx, services, { practiceId, patientId, acting: null }, news);
  }
  await tellDiaries(tx, practiceId);
  return true;
}
