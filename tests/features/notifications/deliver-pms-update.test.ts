import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { queuePmsUpdate } from "@/features/notifications/queue-delivery";
import { sealPmsCredentials } from "@/features/pms/pms-credentials";
import { demoPmsToken } from "@/simulators/pms/pms-store";
import { type SimulatedPms, simulatedPms } from "../../adapters/pms/simulated-pms";
import { makePatient } from "../../support/people";
import { testDatabase } from "../../support/test-database";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "./delivery-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const practice = await makePractice(world);
const simulatorDatabase = await testDatabase();
let pms: SimulatedPms;

beforeAll(async () => {
  pms = await simulatedPms(simulatorDatabase.owner);
  await connect(demoPmsToken);
});
afterAll(() => pms.close());
beforeEach(async () => {
  await pms.faults.set("pms", "ok");
  await pms.load("reset", {});
  await pms.load("patients", { patients: [{ id: 7, first_name: "Robin", last_name: "Example" }] });
});

async function connect(accessToken: string) {
  const services = await world.services();
  const updatedAt = fromInstant(services.now);
  const sealed = sealPmsCredentials(services.env, services.random, practice.id, { accessToken });
  const columns = { kind: "dentally", baseUrl: pms.baseUrl, updatedAt, ...sealed };
  await inPractice(world.db, practice.id, (tx) =>
    tx.pmsConnection.upsert({
      where: { practiceId: practice.id },
      create: { practiceId: practice.id, ...columns },
      update: columns,
    }),
  );
}

async function registered(pmsPatientId: string | null): Promise<string> {
  const at = fromInstant((await world.services()).now);
  const id = await makePatient(world, practice.id, {
    email: "robin@patients.test",
    mobilePhone: "+46701740605",
  });
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.updateMany({
      where: { practiceId: practice.id, id },
      data: { pmsPatientId, portalStatus: "registered", emailVerifiedAt: at, mobileVerifiedAt: at },
    }),
  );
  return id;
}

async function queued(patientId: string): Promise<string> {
  const services = await world.services();
  return inPractice(world.db, practice.id, (tx) =>
    queuePmsUpdate(tx, services, { practiceId: practice.id, patientId }),
  );
}

const connection = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.pmsConnection.findUniqueOrThrow({ where: { practiceId: practice.id } }),
  );

describe("R4, R50: the PMS record is updated by itself", () => {
  it("shows the verified mail, the verified mobile and the portal status", async () => {
    const id = await queued(await registered("7"));
    await outside.deliver(practice.id, id);
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "delivered" });
    expect(await pms.api("GET", "patients/7")).toMatchObject({
      status: 200,
      body: {
        patient: {
          email_address: "robin@patients.test",
          mobile_phone: "+46701740605",
          metadata: { archway_portal_status: "registered" },
        },
      },
    });
    expect((await connection()).lastSuccessAt).not.toBeNull();
  });

  it.each(["down", "error", "accept-then-drop"] as const)(
    "with the PMS %s it waits and arrives later",
    async (mode) => {
      const id = await queued(await registered("7"));
      await pms.faults.set("pms", mode);
      await outside.deliver(practice.id, id);
      expect(await outside.row(practice.id, id)).toMatchObject({ state: "queued" });
      expect((await connection()).lastFailureAt).not.toBeNull();
      await pms.faults.set("pms", "ok");
      await outside.advance("PT31S");
      await outside.deliver(practice.id, id);
      expect(await outside.row(practice.id, id)).toMatchObject({ state: "delivered", tries: 2 });
    },
  );

  it("says why when nobody is there to update, and does not try again", async () => {
    const unlinked = await queued(await registered(null));
    await outside.deliver(practice.id, unlinked);
    expect(await outside.row(practice.id, unlinked)).toMatchObject({
      state: "undelivered",
      lastError: "not_linked",
    });
    const gone = await queued(await registered("404"));
    await outside.deliver(practice.id, gone);
    expect(await outside.row(practice.id, gone)).toMatchObject({
      state: "undelivered",
      lastError: "not_found",
    });
  });

  it("S18: credentials moved from another practice do not open", async () => {
    const other = await makePractice(world);
    const patientId = await makePatient(world, other.id, {
      email: "robin@patients.test",
      mobilePhone: "+46701740605",
    });
    const { sealedCredentials, credentialsKeyId, baseUrl } = await connection();
    const services = await world.services();
    const at = fromInstant(services.now);
    const id = await inPractice(world.db, other.id, async (tx) => {
      await tx.pmsConnection.create({
        data: {
          practiceId: other.id,
          kind: "dentally",
          baseUrl,
          sealedCredentials: new Uint8Array(sealedCredentials ?? []),
          credentialsKeyId,
          updatedAt: at,
        },
      });
      await tx.patient.updateMany({
        where: { practiceId: other.id, id: patientId },
        data: { pmsPatientId: "7", emailVerifiedAt: at, mobileVerifiedAt: at },
      });
      return queuePmsUpdate(tx, services, { practiceId: other.id, patientId });
    });
    await outside.deliver(other.id, id);
    expect(await outside.row(other.id, id)).toMatchObject({
      state: "queued",
      lastError: "not_readable",
    });
  });
});
