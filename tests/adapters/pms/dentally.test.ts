import { request } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ChangesCursor } from "@/ports/pms";
import { demoPmsToken } from "@/simulators/pms/pms-store";
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
  await pms.load("patients", { patients: [ada] });
});
afterEach(() => pms.faults.set("pms", "ok"));

const ada = {
  id: 7,
  first_name: "Ada",
  last_name: "Berg",
  date_of_birth: "2009-02-28",
  email_address: "old@example.org",
  home_phone: "08-123",
  postcode: "111 22",
  metadata: { other_program: "kept" },
};
const update = {
  pmsPatientId: "7",
  verifiedEmail: "ada@example.org",
  verifiedMobile: "+46701740605",
  portalStatus: "registered",
} as const;

describe("R4: the record is told of a registration", () => {
  it("writes mail, mobile and portal status, and keeps what others wrote", async () => {
    expect(await pms.port().updatePatientContact(update)).toEqual({
      ok: true,
      value: { isChanged: true },
    });
    const { body } = await pms.api("GET", "patients/7");
    expect(body).toMatchObject({
      patient: {
        id: 7,
        email_address: "ada@example.org",
        mobile_phone: "+46701740605",
        home_phone: "08-123",
        metadata: { other_program: "kept", archway_portal_status: "registered" },
      },
    });
    const shown = await fetch(`${pms.baseUrl}/simulator/patients?email=ADA@example.org`);
    expect(await shown.json()).toMatchObject([{ id: 7 }]);
  });

  it("reads the patient in our words", async () => {
    const found = await pms.port().findPatient("7");
    if (!found.ok) throw new Error(found.reason);
    expect({ ...found.value, dateOfBirth: String(found.value.dateOfBirth) }).toMatchObject({
      pmsPatientId: "7",
      firstName: "Ada",
      dateOfBirth: "2009-02-28",
      mobilePhone: null,
      homePhone: "08-123",
      isArchived: false,
      portalStatus: null,
    });
  });

  it("is refused without a repetition when the PMS refuses the value", async () => {
    const refusal = await pms.port().updatePatientContact({ ...update, verifiedEmail: "no mail" });
    expect(refusal).toEqual({ ok: false, reason: "refused", detail: { status: 422 } });
  });
});

describe("R49: what stands in the way is told apart", () => {
  it.each([
    ["down", "unreachable"],
    ["error", "unreachable"],
    ["unauthorized", "unauthorized"],
  ] as const)("%s: %s", async (mode, reason) => {
    await pms.faults.set("pms", mode);
    expect(await pms.port().updatePatientContact(update)).toMatchObject({ ok: false, reason });
    expect(await pms.port().findPatient("7")).toMatchObject({ ok: false, reason });
  });

  it("slow: gives up in time and changes nothing", async () => {
    await pms.faults.set("pms", "slow");
    const late = await pms.port({ timeoutMs: 200 }).updatePatientContact(update);
    expect(late).toEqual({ ok: false, reason: "unreachable" });
  });

  it("nobody listens: unreachable", async () => {
    const other = await simulatedPms(database.owner);
    const port = other.port();
    await other.close();
    expect(await port.updatePatientContact(update)).toEqual({ ok: false, reason: "unreachable" });
  });

  it("a wrong token: unauthorized; another account's patient: not found", async () => {
    const wrong = await pms.port({ accessToken: "wrong" }).findPatient("7");
    expect(wrong).toMatchObject({ ok: false, reason: "unauthorized" });
    await pms.load("accounts", { name: "Second practice", accessToken: "second" });
    const foreign = await pms.port({ accessToken: "second" }).findPatient("7");
    expect(foreign).toMatchObject({ ok: false, reason: "not_found" });
  });

  it("over the limit: waits as long as the PMS says", async () => {
    const strict = await simulatedPms(database.owner, { perHour: 1, perSecond: 10 });
    try {
      expect(await strict.port().findPatient("7")).toMatchObject({ ok: true });
      const refusal = await strict.port().findPatient("7");
      expect(refusal).toMatchObject({ ok: false, reason: "rate_limited" });
      if (refusal.ok) return;
      expect(refusal.detail?.retryAfterSeconds).toBeGreaterThan(3_500);
      expect(refusal.detail?.retryAfterSeconds).toBeLessThanOrEqual(3_600);
    } finally {
      await strict.close();
    }
  });

  it("without a User-Agent the PMS answers 403", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${demoPmsToken}` };
      request(`${pms.baseUrl}/v1/patients`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe("R50: changes are read to the last one", () => {
  it("misses nobody when patients change between the pages", async () => {
    const patients = Array.from({ length: 23 }, (_, index) => ({
      id: 100 + index,
      first_name: "P",
      last_name: String(index),
    }));
    await pms.load("patients", { patients });
    const port = pms.port();
    const touch = (id: number) => pms.api("PUT", `patients/${id}`, { patient: { town: "Lund" } });
    const readAll = async (from: ChangesCursor, between?: (call: number) => Promise<unknown>) => {
      const ids: string[] = [];
      for (let cursor = from, call = 1; call < 60; call += 1) {
        const read = await port.listChangedPatients({ cursor, limit: 4 });
        if (!read.ok) throw new Error(read.reason);
        ids.push(...read.value.patients.map((patient) => patient.pmsPatientId));
        cursor = read.value.next;
        if (!read.value.hasMore) return { ids, cursor };
        await between?.(call);
      }
      throw new Error("There is no end.");
    };
    // Somebody already read and somebody not yet read move to the front.
    const first = await readAll({ since: null, page: 1, until: null }, async (call) => {
      if (call === 1) await touch(122);
      if (call === 2) await touch(100);
    });
    const second = await readAll(first.cursor);
    expect(second.ids.slice(0, 2)).toEqual(["100", "122"]);
    expect(new Set([...first.ids, ...second.ids]).size).toBe(24);
    await touch(107);
    const third = await readAll(second.cursor);
    expect(third.ids[0]).toBe("107");
    expect(third.ids.length).toBeLessThan(4);
  });
});
