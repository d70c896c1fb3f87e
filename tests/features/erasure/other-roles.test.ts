import { expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { openSession } from "@/features/access/open-session";
import { patient } from "@/features/access/route-gates";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { beforeErasure } from "@/features/erasure/before-erasure";
import { makeClinic, timeAhead } from "../../support/appointments-world";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { password, registeredPatient } from "../access/people";
import { browserOf, recordOf } from "../account/browser-of";
import { eraseIn, type Patient } from "./erasure-world";

const world = await openWorld();

/** Gives somebody one more role on their login. */
async function alsoWorks(person: Patient, practiceId: string, role: "staff" | "orthodontist") {
  const { now } = await world.services();
  const { personId, loginId, loginName } = person;
  const createdAt = fromInstant(now);
  const { id } = await inPractice(world.db, practiceId, (tx) =>
    tx.membership.create({ data: { practiceId, personId, loginId, role, createdAt } }),
  );
  return { personId, loginId, loginName, membershipId: id, practiceId };
}

it.each([
  ["another practice", "staff"],
  ["the same practice", "orthodontist"],
] as const)(
  "S23: who also works at %s keeps the login, and only the patient's side goes",
  async (where, role) => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const at = where === "another practice" ? (await makePractice(world)).id : practiceId;
    const work = await alsoWorks(robin, at, role);
    const [here, there] = [await browserOf(world, robin), await browserOf(world, work, role)];
    const done = await eraseIn(here, robin.loginName);
    expect([done.status, done.body]).toEqual([200, { wholeLogin: false }]);
    expect(await here.whoAmI()).toEqual({});
    expect(await there.whoAmI()).toMatchObject({ loginName: robin.loginName });
    expect(await recordOf(world, practiceId, patientId)).toMatchObject({
      loginId: null,
      portalStatus: "none",
      loginErasedBy: "patient",
    });
    const login = await world.db.prisma.login.findUniqueOrThrow({
      where: { id: robin.loginId },
      include: { person: true, credential: true },
    });
    expect(login).toMatchObject({ email: robin.email, person: { lastName: "Example" } });
    expect(login.credential).not.toBeNull();
    expect((await eraseIn(there, robin.loginName)).body.error.code).toBe("not_allowed");
    expect((await openBrowser(world).password(robin.loginName, password)).body.error?.code).toBe(
      "factor_missing",
    );
  },
);

it("S23: a time that was held is free again, and what is booked stays and is named before", async () => {
  const clinic = await makeClinic(world);
  const { practice, practitionerId, visitTypeId } = clinic;
  const robin = await registeredPatient(world, { practiceId: practice.id });
  const here = await browserOf(world, robin);
  const token = here.jar.get("archway-session");
  const { session } = await openSession(world.db, token, { polling: false });
  const services = await world.services();
  const admitted = patient.admit({ session, cookies: new Map(), input: {}, now: services.now });
  if (!session || !admitted.ok) throw new Error("not admitted");
  const wish = { practitionerId, visitTypeId };
  const at = (clock: string) => timeAhead(services, practice, 7, clock);
  const held = await holdTime(services, admitted.value, { ...wish, startsAt: at("10:00") });
  const booked = await bookAppointment(services, admitted.value, {
    ...wish,
    startsAt: at("11:00"),
  });
  if (!held.ok || !booked.ok) throw new Error("not booked");
  const before = await beforeErasure(services, { ...session, kind: "session" });
  expect(before.visits).toEqual([
    { id: booked.value.id, startsAt: expect.any(String), name: "Check", of: null },
  ]);
  await eraseIn(here, robin.loginName);
  const visits = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findMany({ orderBy: { startsAt: "asc" }, select: { id: true, state: true } }),
  );
  expect(visits).toEqual([
    { id: held.value.id, state: "released" },
    { id: booked.value.id, state: "booked" },
  ]);
});
