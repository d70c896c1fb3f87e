import { beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { attendDelivery } from "@/features/repairs/attend-delivery";
import { keepRetention } from "@/features/retention/keep-night";
import { removeFiles } from "@/features/retention/remove-files";
import { type Clinic, makeClinic } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { jpeg, stored, traces } from "../uploads/upload-world";
import { auditOf, draft, edge, forgetNights, keeps, night, nightsOf } from "./retention-world";
import { onRecord, quietRecord, wholeRecord } from "./whole-record";

const world = await openWorld();
let clinic: Clinic;
let practiceId: string;
let patientId: string;

beforeEach(async () => {
  clinic = await makeClinic(world);
  practiceId = clinic.practice.id;
  patientId = await quietRecord(world, practiceId, (await world.services()).now);
});

const left = (table: "message_draft" | "failed_registration") =>
  inPractice(world.db, practiceId, async (tx) => {
    const rows = await tx.$queryRawUnsafe<{ id: string }[]>(`select id from tenant.${table}`);
    return rows.map(({ id }) => id);
  });

it.each(["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"])(
  "S23: in %s a draft goes on the day its months are over, and not a moment sooner",
  async (zone) => {
    clinic = await makeClinic(world, zone);
    practiceId = clinic.practice.id;
    await keeps(world, practiceId, { drafts: 3 });
    const { goes, stays } = await edge(world, clinic.practice, { months: 3 });
    patientId = await quietRecord(world, practiceId, stays);
    await draft(world, practiceId, patientId, goes);
    const kept = await draft(world, practiceId, patientId, stays);
    await night(world);
    expect(await left("message_draft")).toEqual([kept.id]);
    expect(await nightsOf(world, practiceId)).toMatchObject([{ drafts: 1, records: 0 }]);
  },
);

it("S23: a failed registration goes when its months are over, repaired or not", async () => {
  await keeps(world, practiceId, { failedRegistrations: 6 });
  const { goes, stays } = await edge(world, clinic.practice, { months: 6 });
  const failed = (at: typeof goes, repairedAt: string) =>
    `insert into tenant.failed_registration (practice_id, id, cause, first_name, last_name, date_of_birth, email, mobile, failed_at, repaired_at)
     values ('${practiceId}', gen_random_uuid(), 'no_record', 'A', 'B', '1990-01-01', 'a@example.com', '+46701740690', '${at}', ${repairedAt})`;
  await onRecord(world, practiceId, [
    failed(goes, "null"),
    failed(goes, `'${goes}'`),
    failed(stays, "null"),
  ]);
  await night(world);
  expect(await left("failed_registration")).toHaveLength(1);
});

it("S23, R51: what mails and texts said goes, what is counted stays, and nothing under way is touched", async () => {
  await keeps(world, practiceId, { deliveries: 12 });
  const { goes, stays } = await edge(world, clinic.practice, { months: 12 });
  const sent = (state: string, at: typeof goes) =>
    `insert into tenant.delivery (practice_id, id, kind, purpose, state, patient_id, recipient, content, provider_id, last_error, segments, next_try_at, created_at)
     values ('${practiceId}', gen_random_uuid(), 'sms', 'visit_booked', '${state}', '${patientId}', '+46701740690', '{"values": {"name": "Robin"}}', 'SM1', 'said no', 2, '${at}', '${at}')`;
  await onRecord(world, practiceId, [
    sent("delivered", goes),
    sent("undelivered", goes),
    sent("queued", goes),
    sent("delivered", stays),
  ]);
  await night(world);
  const rows = await inPractice(world.db, practiceId, (tx) => tx.delivery.findMany());
  const emptied = rows.filter(({ emptiedAt }) => emptiedAt !== null);
  expect(emptied.map(({ state }) => state).sort()).toEqual(["delivered", "undelivered"]);
  for (const row of emptied) {
    expect(row).toMatchObject({ purpose: "visit_booked", patientId, segments: 2 });
    expect(JSON.stringify([row.recipient, row.content, row.providerId, row.lastError])).toBe(
      '[null,{"values":{}},null,null]',
    );
  }
  expect(rows.filter(({ recipient }) => recipient !== null)).toHaveLength(2);
  const undelivered = emptied.find(({ state }) => state === "undelivered")?.id ?? "";
  const staff = await makeClinicActor(world, practiceId, "staff");
  const attend = { id: undelivered, action: "resend" } as const;
  expect(await attendDelivery(await world.services(), staff, attend)).toMatchObject({
    reason: "cannot_resend",
  });
  await forgetNights(world, practiceId);
  await night(world);
  expect(await nightsOf(world, practiceId)).toMatchObject([{ deliveries: 0 }]);
});

it("S23: several workers share a night: nothing goes twice, nothing is counted twice", async () => {
  await keeps(world, practiceId, { records: 10 });
  const { goes } = await edge(world, clinic.practice, { years: 10 });
  for (let i = 0; i < 35; i += 1) await quietRecord(world, practiceId, goes);
  await Promise.all([night(world), night(world), night(world)]);
  await night(world);
  expect(await nightsOf(world, practiceId)).toMatchObject([{ records: 35 }]);
  const told = (await auditOf(world, practiceId)).map(({ detail }) => detail);
  const counts = told.map((detail) => Object(detail).count as number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(35);
});

it("S23: a night that was cut off is finished by the next round, and counts on", async () => {
  await keeps(world, practiceId, { drafts: 1 });
  const { goes } = await edge(world, clinic.practice, { months: 1 });
  await draft(world, practiceId, patientId, goes);
  await night(world);
  await inPractice(world.db, practiceId, (tx) =>
    tx.retentionNight.updateMany({ data: { finishedAt: null, drafts: 500 } }),
  );
  await draft(world, practiceId, patientId, goes);
  await night(world);
  const [tonight] = await nightsOf(world, practiceId);
  expect(tonight?.drafts).toBe(501);
  expect(tonight?.finishedAt).not.toBeNull();
});

it("S23: a finished night is over: what is old enough later that day waits for the next one", async () => {
  await keeps(world, practiceId, { drafts: 1 });
  await night(world);
  const { goes } = await edge(world, clinic.practice, { months: 1 });
  const waiting = await draft(world, practiceId, patientId, goes);
  await night(world);
  expect(await left("message_draft")).toEqual([waiting.id]);
  await world.advance("P1D");
  await night(world);
  expect(await left("message_draft")).toEqual([]);
  expect(await nightsOf(world, practiceId)).toMatchObject([{ drafts: 0 }, { drafts: 1 }]);
});

it("S23: a file store that is down puts off no practice's night", async () => {
  const both = [clinic, await makeClinic(world)];
  for (const { practice } of both) {
    const author = await makePatientActor(world, practice.id);
    const { id } = await stored(world, author, jpeg());
    await onRecord(world, practice.id, [
      `update tenant.upload set state = 'removed', patient_id = null, file_name = '' where id = '${id}'`,
    ]);
  }
  const services = await world.services();
  const down = () => Promise.reject(new Error("the store is down"));
  const files = { ...services.files, delete: down };
  await expect(keepRetention({ ...services, files })).rejects.toThrow("the store is down");
  for (const { practice } of both)
    expect(await nightsOf(world, practice.id)).toMatchObject([{ finishedAt: expect.any(Date) }]);
});

it("S23, S15: a removed record's files leave the store, also when the worker was killed in between", async () => {
  const author = await makePatientActor(world, practiceId);
  const { id: uploadId } = await stored(world, author, jpeg());
  await keeps(world, practiceId, { records: 10 });
  const { goes } = await edge(world, clinic.practice, { years: 10 });
  const old = await wholeRecord(world, clinic, goes);
  await onRecord(world, practiceId, [
    `update tenant.upload set patient_id = '${old.patientId}', created_at = '${goes}' where id = '${uploadId}'`,
  ]);
  const before = await traces(world, practiceId);
  const removed = await inPractice(world.db, practiceId, (tx) =>
    tx.$executeRawUnsafe(
      `select tenant.remove_old_records('${practiceId}', '${goes.add({ milliseconds: 1 })}', '2020-01-01', 10)`,
    ),
  );
  expect(removed).toBe(1);
  expect((await traces(world, practiceId)).files).toEqual(before.files);
  await world.advance("P3D");
  await night(world);
  expect((await traces(world, practiceId)).files).toEqual([]);
  expect(await inPractice(world.db, practiceId, (tx) => tx.upload.count())).toBe(0);
  expect(await removeFiles(await world.services(), practiceId)).toBe(0);
});
