import { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { makeVisitType } from "./appointments-world";
import { diaryScene } from "./diary-world";
import type { World } from "./world";

/** A booked visit (at 09:00, a week ahead) of a type whose moves the practice has to agree to, and a way to ask. */
export async function wishScene(world: World, clock = "09:00") {
  const scene = await diaryScene(world);
  const { services, mine, practice, practitionerId, at, book, wanted } = scene;
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId], {
    needsApproval: true,
  });
  const visit = await book(at(clock), { visitTypeId, tellPatient: false });
  const ask = (to: string) =>
    rescheduleAppointment(services, mine, { id: visit.id, startsAt: at(to) });
  const latest = async () => {
    const rows = await wishesOf(world, practice.id, visit.id);
    const row = rows.at(-1);
    if (!row) throw new Error("no wish");
    return row;
  };
  return {
    ...scene,
    visitTypeId,
    visit,
    ask,
    wish: latest,
    /** The wish as the desk sees it. */
    request: async () => {
      const { id, version } = await latest();
      return { id, version, tellPatient: true };
    },
    /** The visit as the desk sees it now. */
    shown: async () => {
      const { version } = await inPractice(world.db, practice.id, (tx) =>
        tx.appointment.findUniqueOrThrow({
          where: { practiceId_id: { practiceId: practice.id, id: visit.id } },
          select: { version: true },
        }),
      );
      return { id: visit.id, version, tellPatient: true };
    },
    on: Temporal.Instant.from(at("09:00"))
      .toZonedDateTimeISO(practice.zone)
      .toPlainDate()
      .toString(),
    booking: (to: string) => ({ visitTypeId, practitionerId, startsAt: at(to) }),
    bookFor: async (patientId: string, to: string) =>
      (await book(at(to), { ...wanted(at(to)), visitTypeId, patientId, tellPatient: false })).id,
  };
}

/** Every wish for another time of a visit, oldest first. */
export function wishesOf(world: World, practiceId: string, visitId: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.appointment.findMany({
      where: { practiceId, replacesAppointmentId: visitId },
      orderBy: { createdAt: "asc" },
    }),
  );
}
