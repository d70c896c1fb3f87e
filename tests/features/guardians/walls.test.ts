import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { inPractice } from "@/db/transaction";
import { liveHub } from "@/features/messages/live/live-hub";
import type { RegisteredHandler } from "@/server/route";
import { makeClinic, makeGuardianship, timeAhead } from "../../support/appointments-world";
import { makePatient, makePatientActor, makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { sampleOf } from "../bad-input/samples";

const world = await openWorld();
Object.assign(globalThis, { archwayRuntime: world.runtime });
afterAll(() => liveHub(world.runtime.env.databaseUrl).stop());

const clinic = await makeClinic(world);
const neighbour = await makeClinic(world);
const { practice, practitionerId, visitTypeId } = clinic;
const child = (practiceId: string) =>
  makePatient(world, practiceId, { firstName: "Ada", dateOfBirth: "2016-04-02" });
const [ada, bea, strangers, namesake] = [
  await child(practice.id),
  await child(practice.id),
  await child(practice.id),
  await child(neighbour.practice.id),
];
// Nora is a patient too: an own record, two children, and one whose birth date she has not given.
const nora = await makePatientActor(world, practice.id, { firstName: "Nora", lastName: "Birch" });
let cookie = "";

beforeAll(async () => {
  await makeGuardianship(world, nora, ada);
  await makeGuardianship(world, nora, bea);
  await inPractice(world.db, practice.id, (tx) =>
    tx.guardianship.create({
      data: {
        practiceId: practice.id,
        patientId: strangers,
        guardianPersonId: nora.personId,
        fromOn: new Date("2020-01-01"),
        invitedAt: new Date(0),
      },
    }),
  );
  const person = { ...nora, membershipId: nora.membershipId, loginName: nora.loginName };
  cookie = `archway-session=${await makeSession(world, practice.id, person, "patient")}`;
});

const route = (operation: string) => {
  const found = registeredRoutes.find(({ spec }) => spec.operation === operation);
  if (!found) throw new Error(`no route is called ${operation}`);
  return found;
};

async function ask(
  handler: RegisteredHandler,
  sent: { body?: object; params?: object; query?: Record<string, string> },
) {
  const { method, path } = handler.spec;
  const search = new URLSearchParams(sent.query).toString();
  const request = new Request(`http://localhost:3000${path}${search && `?${search}`}`, {
    method,
    headers: { origin: "http://localhost:3000", cookie, "content-type": "application/json" },
    ...(method !== "GET" && { body: JSON.stringify(sent.body ?? {}) }),
  });
  const params = Object.fromEntries(
    Object.entries(sent.params ?? {}).map(([k, v]) => [k, String(v)]),
  );
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, answer: await response.json().catch(() => null) };
}

const aboutPatient = registeredRoutes.filter(
  ({ spec }) =>
    spec.roles.includes("guardian") &&
    [spec.query, spec.body].some((part) => part !== undefined && "patientId" in part.shape),
);

describe("R10, S12: a guardian of one child does not reach another", () => {
  it("on any route about a patient", () => {
    expect(aboutPatient.length).toBeGreaterThan(10);
  });

  it.each(aboutPatient.map((handler) => [handler.spec.operation, handler] as const))(
    "%s",
    async (_operation, handler) => {
      const { spec } = handler;
      for (const patientId of [namesake, strangers]) {
        const named = (part: typeof spec.body) =>
          part && "patientId" in part.shape ? { ...sampleOf(part), patientId } : sampleOf(part);
        const { status } = await ask(handler, {
          params: sampleOf(spec.params),
          ...(spec.body && { body: named(spec.body) }),
          ...(spec.query && {
            query: Object.fromEntries(
              Object.entries(named(spec.query) ?? {})
                .filter(([name]) => name !== "cursor")
                .map(([name, value]) => [
                  name,
                  String({ from: "2026-03-09", to: "2026-03-10" }[name] ?? value),
                ]),
            ),
          }),
        });
        expect(status).toBe(404);
      }
    },
  );
});

const read = async (operation: string, patientId: string, query = {}) =>
  (await ask(route(operation), { query: { patientId, ...query } })).answer;

it("R10, S19: two tabs, two children: each submit acts for the child its own tab names, and all of it names the guardian", async () => {
  const services = await world.services();
  const wish = { visitTypeId, practitionerId };
  // Tab one, opened for Ada, holds a time; tab two then books and writes for Bea; tab one goes on for Ada.
  const held = await ask(route("holdTime"), {
    body: {
      ...wish,
      patientId: ada,
      startsAt: timeAhead(services, practice, 7, "10:00").toString(),
    },
  });
  expect(held.status).toBe(201);
  const startsAt = timeAhead(services, practice, 8, "14:00").toString();
  const forBea = await ask(route("bookAppointment"), {
    body: { ...wish, patientId: bea, startsAt },
  });
  expect(forBea.status).toBe(201);
  const thread = await ask(route("startThread"), {
    body: { patientId: bea, subject: "Tray", body: "Tight." },
  });
  expect(thread.status).toBe(201);
  const forAda = await ask(route("bookAppointment"), {
    body: {
      ...wish,
      patientId: ada,
      holdId: held.answer.id,
      startsAt: timeAhead(services, practice, 7, "10:00").toString(),
    },
  });
  expect(forAda.status).toBe(201);
  // The older tab's hold cannot be used for the other child, nor the other's visit be cancelled as Ada's.
  const crossed = await ask(route("cancelAppointment"), {
    params: { id: forBea.answer.id },
    body: { patientId: ada, reason: "Wrong tab" },
  });
  expect(crossed.status).toBe(404);
  const visits = async (id: string) =>
    (await read("listAppointments", id, { when: "upcoming" })).items.map(
      (one: { id: string }) => one.id,
    );
  expect(await visits(ada)).toEqual([forAda.answer.id]);
  expect(await visits(bea)).toEqual([forBea.answer.id]);
  expect((await read("listThreads", ada)).items).toEqual([]);
  const cancelled = await ask(route("cancelAppointment"), {
    params: { id: forBea.answer.id },
    body: { patientId: bea, reason: "Ill" },
  });
  expect(cancelled.status).toBe(200);

  const rows = await inPractice(world.db, practice.id, async (tx) => ({
    audit: await tx.auditEntry.findMany({
      where: { practiceId: practice.id, patientId: { in: [ada, bea] } },
      orderBy: { id: "asc" },
      select: {
        action: true,
        patientId: true,
        actorName: true,
        actorRole: true,
        actorPersonId: true,
      },
    }),
    events: await tx.appointmentEvent.findMany({
      where: {
        practiceId: practice.id,
        appointmentId: { in: [forAda.answer.id, forBea.answer.id] },
      },
      select: { actorPersonId: true, actorRole: true },
    }),
    messages: await tx.message.findMany({
      where: { practiceId: practice.id },
      select: { authorPersonId: true, authorRole: true },
    }),
  }));
  const by = { actorPersonId: nora.personId, actorRole: "guardian", actorName: "Nora Birch" };
  expect(rows.audit).toEqual([
    { action: "appointment.held", patientId: ada, ...by },
    { action: "appointment.booked", patientId: bea, ...by },
    { action: "thread.started", patientId: bea, ...by },
    { action: "message.sent", patientId: bea, ...by },
    { action: "appointment.booked", patientId: ada, ...by },
    { action: "appointment.cancelled", patientId: bea, ...by },
  ]);
  expect(rows.events.length).toBeGreaterThan(2);
  for (const event of rows.events)
    expect(event).toEqual({ actorPersonId: nora.personId, actorRole: "guardian" });
  expect(rows.messages).toEqual([{ authorPersonId: nora.personId, authorRole: "guardian" }]);
});

it("R10: on an own page the same person is the patient", async () => {
  const thread = await ask(route("startThread"), {
    body: { patientId: nora.patientId, subject: "Mine", body: "About me." },
  });
  expect(thread.status).toBe(201);
  const row = await inPractice(world.db, practice.id, (tx) =>
    tx.message.findFirstOrThrow({ where: { threadId: thread.answer.id } }),
  );
  expect(row.authorRole).toBe("patient");
});

it("R10: who acts for several and names nobody is asked", async () => {
  expect((await ask(route("readTreatment"), {})).status).toBe(422);
});
