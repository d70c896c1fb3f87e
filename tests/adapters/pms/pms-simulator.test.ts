import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testDatabase } from "../../support/test-database";
import { type SimulatedPms, simulatedPms } from "./simulated-pms";

const database = await testDatabase();
let pms: SimulatedPms;
beforeAll(async () => {
  pms = await simulatedPms(database.owner);
});
afterAll(() => pms.close());
beforeEach(async () => {
  await pms.load("reset", {});
  await pms.load("practitioners", { practitioners: [{ id: 3, user: { first_name: "Eva" } }] });
  await pms.load("patients", { patients: [{ id: 7, first_name: "Ada", last_name: "Berg" }] });
});

const at = (start: string, finish: string, more: object = {}) => ({
  appointment: {
    practitioner_id: 3,
    patient_id: 7,
    start_time: start,
    finish_time: finish,
    ...more,
  },
});
const morning = at("2026-12-01T09:00:00Z", "2026-12-01T09:30:00Z");

it("lets one of many have a time and answers the others 422", async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => pms.api("POST", "appointments", morning)),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(11).fill(422)]);
});

it("frees a cancelled time and hides the appointment from lists", async () => {
  const first = await pms.api("POST", "appointments", morning);
  const { id } = (first.body as { appointment: { id: number } }).appointment;
  const cancelled = await pms.api("PUT", `appointments/${id}`, {
    appointment: { state: "Cancelled" },
  });
  expect(cancelled.body).toMatchObject({
    appointment: { state: "Cancelled", cancelled_at: expect.any(String), duration: 30 },
  });
  expect((await pms.api("POST", "appointments", morning)).status).toBe(201);
  const shown = await pms.api("GET", "appointments?patient_id=7");
  expect(shown.body).toMatchObject({ meta: { total: 1 } });
  const all = await pms.api("GET", "appointments?patient_id=7&cancelled=true&before=2027-01-01");
  expect(all.body).toMatchObject({ meta: { total: 2, total_pages: 1 } });
});

it("offers the stretches between the appointments", async () => {
  await pms.api("POST", "appointments", at("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z"));
  const query =
    "practitioner_ids[]=3&start_time=2026-12-01T00:00Z&finish_time=2026-12-02T00:00Z&duration=45";
  expect((await pms.api("GET", `appointments/availability?${query}`)).body).toEqual({
    availability: [
      {
        practitioner_id: 3,
        start_time: "2026-12-01T09:00:00.000Z",
        finish_time: "2026-12-01T10:00:00.000Z",
        available_duration: 60,
      },
      {
        practitioner_id: 3,
        start_time: "2026-12-01T11:00:00.000Z",
        finish_time: "2026-12-01T17:00:00.000Z",
        available_duration: 360,
      },
    ],
  });
});

it("pages lists at 25 and never above 100", async () => {
  const patients = Array.from({ length: 130 }, (_, index) => ({
    first_name: "P",
    last_name: String(index),
    email_address: `p${index}@example.org`,
  }));
  await pms.load("patients", { patients });
  const plain = await pms.api("GET", "patients");
  expect(plain.body).toMatchObject({ meta: { total: 131, total_pages: 6 } });
  const wide = await pms.api("GET", "patients?per_page=500&page=2");
  expect((wide.body as { patients: object[] }).patients).toHaveLength(31);
  const one = await pms.api("GET", "patients?email_address=P17@example.org&nonsense=1");
  expect(one.body).toMatchObject({ meta: { total: 1 }, patients: [{ last_name: "17" }] });
});

it.each([
  ["GET", "patients/999", undefined, 404],
  ["GET", "nonsense", undefined, 404],
  ["PUT", "patients/7", {}, 400],
  ["PUT", "patients/7", { patient: { email_address: "no mail" } }, 422],
  ["DELETE", "patients/7", undefined, 405],
  ["POST", "appointments", at("2026-12-01T10:00:00Z", "2026-12-01T09:00:00Z"), 422],
  ["POST", "appointments", { appointment: { ...morning.appointment, patient_id: 999 } }, 422],
] as const)("%s %s: %i", async (method, path, body, status) => {
  expect((await pms.api(method, path, body)).status).toBe(status);
});
