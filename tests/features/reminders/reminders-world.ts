import { Temporal } from "temporal-polyfill";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { AppointmentState } from "@/domain/appointments/appointment-state";
import { openSecret } from "@/features/notifications/delivery-secret";
import { sweepReminders } from "@/features/reminders/sweep-reminders";
import type { Services } from "@/server/services";
import { type Clinic, makeClinic } from "../../support/appointments-world";
import { makePatient, makePerson } from "../../support/people";
import type { World } from "../../support/world";

export interface Reminded {
  readonly patientId: string;
  readonly personId: string;
  readonly loginId: string;
  readonly email: string;
  readonly mobile: string;
}

let made = 0;

/** A patient with a login, a proven address and a proven number. */
export async function makeReminded(world: World, practiceId: string): Promise<Reminded> {
  made += 1;
  const email = `robin.${made}@mail.example.com`;
  const mobile = `+46701740${String(600 + (made % 90)).padStart(3, "0")}`;
  const patientId = await makePatient(world, practiceId);
  const person = await makePerson(world, practiceId, { role: "patient", patientId, email, mobile });
  const { personId, loginId } = person;
  await inPractice(world.db, practiceId, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId, id: patientId } },
      data: { loginId, personId },
      select: { id: true },
    }),
  );
  return { patientId, personId, loginId, email, mobile };
}

/** A guardian of these children, with a login of their own. */
export async function makeGuardian(
  world: World,
  practiceId: string,
  children: readonly string[],
  wish: { readonly mobile?: string; readonly rights?: "full" | "view" } = {},
) {
  made += 1;
  const email = `guardian.${made}@mail.example.com`;
  const { mobile = `+46701741${String(100 + made)}`, rights = "full" } = wish;
  const person = await makePerson(world, practiceId, { role: "guardian", email, mobile });
  const services = await world.services();
  await inPractice(world.db, practiceId, (tx) =>
    tx.guardianship.createMany({
      data: children.map((patientId) => ({
        practiceId,
        patientId,
        guardianPersonId: person.personId,
        rights,
        fromOn: new Date("2020-01-01T00:00:00Z"),
        invitedAt: fromInstant(services.now),
        birthDateConfirmedAt: fromInstant(services.now),
      })),
    }),
  );
  return { ...person, email, mobile };
}

interface Rule {
  readonly minutesBefore: number;
  readonly channel: "mail" | "sms";
  readonly withoutLogin?: boolean;
  readonly visitTypeId?: string;
}

/** A clinic that reminds by mail and by text a day before, unless other rules are given. */
export async function remindingClinic(
  world: World,
  rules: readonly Rule[] = [
    { minutesBefore: 1440, channel: "mail" },
    { minutesBefore: 1440, channel: "sms" },
  ],
) {
  const clinic = await makeClinic(world);
  const practiceId = clinic.practice.id;
  await inPractice(world.db, practiceId, (tx) =>
    tx.reminderRule.createMany({ data: rules.map((rule) => ({ practiceId, ...rule })) }),
  );
  return { ...clinic, practiceId };
}

/** A visit as if it were booked three weeks ago, at a time of the practice's clock `days` ahead. */
export async function standingVisit(
  world: World,
  clinic: Clinic,
  patientId: string,
  startsAt: Temporal.Instant,
  state: AppointmentState = "booked",
): Promise<string> {
  const { practice, practitionerId, visitTypeId } = clinic;
  const practiceId = practice.id;
  const services = await world.services();
  const at = fromInstant(services.now.subtract({ hours: 24 * 21 }));
  const from = fromInstant(startsAt);
  const until = fromInstant(startsAt.add({ minutes: 30 }));
  return inPractice(world.db, practiceId, async (tx) => {
    const { id } = await tx.appointment.create({
      data: {
        practiceId,
        patientId,
        visitTypeId,
        practitionerId,
        chairId: practice.chairId,
        locationId: practice.locationId,
        state,
        startsAt: from,
        endsAt: until,
        practitionerBusyFromAt: from,
        practitionerBusyUntilAt: until,
        chairBusyFromAt: from,
        chairBusyUntilAt: until,
        createdAt: at,
        updatedAt: at,
      },
      select: { id: true },
    });
    return id;
  });
}

/** A time of the practice's clock, `days` from today. */
export function clockTime(services: Services, clinic: Clinic, days: number, clock: string) {
  return services.now
    .toZonedDateTimeISO(clinic.practice.zone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone: clinic.practice.zone, plainTime: Temporal.PlainTime.from(clock) })
    .toInstant();
}

/** The chore as it runs at a moment. */
export async function sweepAt(world: World, now: Temporal.Instant): Promise<number> {
  return sweepReminders({ ...(await world.services()), now });
}

/** The practice's reminders that were queued, oldest first: kind, purpose, state, to whom. */
export function queued(world: World, practiceId: string): Promise<string[]> {
  return inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.delivery.findMany({
      where: { practiceId, purpose: { startsWith: "visit_reminder" } },
      orderBy: [{ createdAt: "asc" }, { kind: "asc" }, { recipient: "asc" }],
      select: { kind: true, purpose: true, state: true, recipient: true },
    });
    return rows.map((row) => `${row.kind} ${row.purpose} ${row.state} ${row.recipient}`);
  });
}

/** What was passed over and why, in order of its moment. */
export function passedOver(world: World, practiceId: string): Promise<(string | null)[]> {
  return inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.reminder.findMany({
      where: { practiceId, skippedAt: { not: null } },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      select: { skippedReason: true },
    });
    return rows.map(({ skippedReason }) => skippedReason);
  });
}

/** The links of the reminders sent to an address, oldest first. */
export async function linksTo(world: World, practiceId: string, to: string): Promise<string[]> {
  const services = await world.services();
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findMany({
      where: { practiceId, recipient: to, purpose: { startsWith: "visit_reminder" } },
      orderBy: [{ createdAt: "asc" }, { kind: "asc" }],
      select: { id: true, sealedSecret: true },
    }),
  );
  return rows.flatMap((row) => {
    const opened = openSecret(services, row);
    return opened.ok && opened.value !== null ? [opened.value] : [];
  });
}
