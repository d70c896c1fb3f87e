import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { bookForPatient } from "@/features/diary/book-for-patient";
import type { DeskBooking, DiaryVisit } from "@/features/diary/schema";
import { bookingScene, timeAhead } from "./appointments-world";
import { makeClinicActor } from "./people";
import type { World } from "./world";

/** A clinic with two patients, somebody at the desk and an orthodontist who is logged in. */
export async function diaryScene(world: World) {
  const given = await bookingScene(world);
  const { practice, services, visitTypeId, practitionerId, mine } = given;
  const desk = await makeClinicActor(world, practice.id, "staff");
  const doctor = await makeClinicActor(world, practice.id, "orthodontist");
  const at = (clock: string, days = 7) => timeAhead(services, practice, days, clock);
  const wanted = (startsAt: string, other: Partial<DeskBooking> = {}): DeskBooking => ({
    patientId: mine.patientId,
    visitTypeId,
    practitionerId,
    startsAt,
    outsideHours: false,
    tellPatient: true,
    ...other,
  });
  const book = async (startsAt: string, other: Partial<DeskBooking> = {}): Promise<DiaryVisit> => {
    const booked = await bookForPatient(services, desk, wanted(startsAt, other));
    if (!booked.ok) throw new Error(booked.reason);
    return booked.value;
  };
  return { ...given, desk, doctor, at, wanted, book };
}

/** Pairs of rows that take one practitioner's or one chair's time twice: none, ever (S16). */
export async function overlaps(world: World, practiceId: string): Promise<number> {
  const { rows } = await world.owner.pool.query(
    `with set as (select set_config('app.practice_id', $1::text, true)),
      taken as materialized (select a.* from set, tenant.appointment a where a.practice_id = $1::uuid
        and a.state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed'))
    select count(*)::int as pairs from taken a join taken b on a.id < b.id
      and (a.practitioner_id = b.practitioner_id and a.practitioner_busy && b.practitioner_busy
        or a.chair_id = b.chair_id and a.chair_busy && b.chair_busy)`,
    [practiceId],
  );
  return rows[0].pairs;
}

/** What was mailed about a patient, oldest first. */
export function mailed(world: World, practiceId: string, patientId: string): Promise<string[]> {
  return inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.delivery.findMany({
      where: { practiceId, patientId, kind: "mail" },
      orderBy: { createdAt: "asc" },
      select: { purpose: true },
    });
    return rows.map(({ purpose }) => purpose);
  });
}

/** Gives a patient's login a proven address, so that mail reaches it. */
export async function giveMailbox(world: World, actor: PatientActor, email: string): Promise<void> {
  const at = new Date((await world.services()).now.epochMilliseconds);
  await world.db.prisma.login.update({
    where: { id: actor.loginId },
    data: { email, emailFolded: email, emailVerifiedAt: at },
  });
  await inPractice(world.db, actor.practiceId, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: actor.practiceId, id: actor.patientId } },
      data: { loginId: actor.loginId, personId: actor.personId },
      select: { id: true },
    }),
  );
}

/** A visit's history as `from event to`, oldest first. */
export function history(world: World, practiceId: string, id: string): Promise<string[]> {
  return inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.appointmentEvent.findMany({
      where: { practiceId, appointmentId: id },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      select: { fromState: true, event: true, toState: true, actorRole: true },
    });
    return rows.map((row) => `${row.fromState} ${row.event} ${row.toState} by ${row.actorRole}`);
  });
}
