import { Temporal } from "temporal-polyfill";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { makePatientActor } from "./people";
import { makePractice, makePractitioner, type PracticeMade, type World } from "./world";

export interface Clinic {
  readonly practice: PracticeMade;
  readonly practitionerId: string;
  /** Half an hour, online, nothing around it. */
  readonly visitTypeId: string;
}

/** A practice with one practitioner (Monday to Friday, 9 to 17), one chair and one type of visit. */
export async function makeClinic(world: World, zone = "Europe/Berlin"): Promise<Clinic> {
  const practice = await makePractice(world, zone);
  const practitionerId = await makePractitioner(world, practice);
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId]);
  return { practice, practitionerId, visitTypeId };
}

interface VisitTypeWish {
  readonly name?: string;
  readonly minutes?: number;
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  readonly needsApproval?: boolean;
  readonly bookableOnline?: boolean;
  readonly dailyLimit?: number;
}

/** A type of visit that the given practitioners take. */
export async function makeVisitType(
  world: World,
  practiceId: string,
  practitionerIds: readonly string[],
  wish: VisitTypeWish = {},
): Promise<string> {
  return inPractice(world.db, practiceId, async (tx) => {
    const { id } = await tx.visitType.create({
      data: { practiceId, name: "Check", minutes: 30, ...wish },
    });
    await tx.visitTypePractitioner.createMany({
      data: practitionerIds.map((practitionerId) => ({
        practiceId,
        visitTypeId: id,
        practitionerId,
      })),
    });
    return id;
  });
}

/** More chairs at the practice's location. */
export async function addChairs(
  world: World,
  practice: PracticeMade,
  count: number,
): Promise<void> {
  const { id: practiceId, locationId } = practice;
  const names = Array.from({ length: count }, (_, index) => `Chair ${index + 2}`);
  await inPractice(world.db, practiceId, (tx) =>
    tx.chair.createMany({ data: names.map((name) => ({ practiceId, locationId, name })) }),
  );
}

export async function makePatients(
  world: World,
  practiceId: string,
  count: number,
): Promise<PatientActor[]> {
  const actors: PatientActor[] = [];
  for (let made = 0; made < count; made += 1)
    actors.push(await makePatientActor(world, practiceId));
  return actors;
}

/** `clock` on the first day, at least `daysAhead` from now, that is the given ISO weekday, as an instant. */
export function timeAhead(
  services: Services,
  practice: PracticeMade,
  daysAhead: number,
  clock: string,
  weekday?: number,
): string {
  let on = services.now.toZonedDateTimeISO(practice.zone).toPlainDate().add({ days: daysAhead });
  const wanted = (day: number) => (weekday === undefined ? day <= 5 : day === weekday);
  while (!wanted(on.dayOfWeek)) on = on.add({ days: 1 });
  return on
    .toZonedDateTime({ timeZone: practice.zone, plainTime: Temporal.PlainTime.from(clock) })
    .toInstant()
    .toString();
}

/** A guardian's actor for a child without a login. */
export async function makeGuardianship(
  world: World,
  guardian: PatientActor,
  childId: string,
  rights: "full" | "view" = "full",
): Promise<PatientActor> {
  const services = await world.services();
  const { practiceId, personId } = guardian;
  await inPractice(world.db, practiceId, (tx) =>
    tx.guardianship.create({
      data: {
        practiceId,
        patientId: childId,
        guardianPersonId: personId,
        rights,
        fromOn: new Date("2020-01-01T00:00:00Z"),
        invitedAt: fromInstant(services.now),
        birthDateConfirmedAt: fromInstant(services.now),
      },
      select: { id: true },
    }),
  );
  return { ...guardian, patientId: childId, guardedPatientIds: [childId] };
}

/** A clinic, two of its patients, and a wish for a time `days` ahead at a clock time of the practice's. */
export async function bookingScene(world: World) {
  const clinic = await makeClinic(world);
  const [mine, theirs] = await makePatients(world, clinic.practice.id, 2);
  if (!mine || !theirs) throw new Error("two patients");
  const services = await world.services();
  const { practitionerId, visitTypeId } = clinic;
  const wish = (clock: string, days = 7) => ({
    visitTypeId,
    practitionerId,
    startsAt: timeAhead(services, clinic.practice, days, clock),
  });
  return { ...clinic, mine, theirs, services, wish };
}
