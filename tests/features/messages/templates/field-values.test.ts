import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { addTemplate } from "@/features/messages/templates/add-template";
import { listTemplates } from "@/features/messages/templates/list-templates";
import { makeClinic, timeAhead } from "../../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { begin, letStaffIn, makeCast } from "../thread-world";

const world = await openWorld();
const clinic = await makeClinic(world);
const { practice, practitionerId, visitTypeId } = clinic;
const staff = await makeClinicActor(world, practice.id, "staff");
const admin = await makeClinicActor(world, practice.id, "admin");
const patient = await makePatientActor(world, practice.id, { practitionerId });
const threadId = await begin(world, patient);
await letStaffIn(world, practice.id, threadId, true);
const body =
  "{patient's first name} | {Orthodontist} | {my name} | {practice} | {practice phone} | {next visit}";
await addTemplate(await world.services(), admin, { name: "All", body, forEverybody: true });

async function filled(actor: ClinicActor): Promise<readonly string[]> {
  const listed = await listTemplates(await world.services(), actor, { threadId });
  if (!listed.ok) throw new Error(listed.reason);
  return listed.value.items[0]?.filled?.split(" | ") ?? [];
}

it("R40: fields say what is true of the thread; what there is not stays open", async () => {
  const before = await filled(staff);
  const { firstName, orthodontist } = await inPractice(world.db, practice.id, async (tx) => ({
    ...(await tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id: patient.patientId } },
      select: { firstName: true },
    })),
    orthodontist: await tx.practitioner.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id: practitionerId } },
      select: { name: true },
    }),
  }));
  expect(before.slice(0, 4)).toEqual([
    firstName,
    orthodontist.name,
    staff.personName,
    staff.practiceName,
  ]);
  expect(before.at(-1)).toBe("{next visit}");

  const services = await world.services();
  const startsAt = timeAhead(services, practice, 7, "11:00");
  const booked = await bookAppointment(services, patient, {
    visitTypeId,
    practitionerId,
    startsAt,
  });
  expect(booked).toMatchObject({ ok: true });
  // In the practice's own clock, wherever the server stands.
  expect((await filled(staff)).at(-1)).toMatch(/^\w+ \d{1,2} \w+, 11:00$/);
});

it("R40: the patient of a thread that is begun fills the same in", async () => {
  const { patientId } = patient;
  const listed = await listTemplates(await world.services(), staff, { patientId });
  if (!listed.ok) throw new Error(listed.reason);
  expect(listed.value.items[0]?.filled?.split(" | ")).toEqual(await filled(staff));
});

it("S12: a thread that one does not reach fills nothing in", async () => {
  const refusal = async (actor: ClinicActor) =>
    listTemplates(await world.services(), actor, { threadId });
  const { doctor: stranger } = await makeCast(world);
  expect(await refusal(stranger)).toMatchObject({ reason: "not_found" });
  const { patientId } = patient;
  expect(await listTemplates(await world.services(), stranger, { patientId })).toMatchObject({
    reason: "not_found",
  });
  await letStaffIn(world, practice.id, threadId, false);
  expect(await refusal(staff)).toMatchObject({ reason: "not_found" });
});
