import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPmsWith } from "@/adapters/pms/open-pms";
import type { ChangesCursor, PmsPort } from "@/ports/pms";
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
  await pms.load("patients", { patients: [{ id: 7, first_name: "Ada", last_name: "Berg" }] });
});

const openPms = openPmsWith({ userAgent: "Archway tests" });
const implementations: [string, () => PmsPort][] = [
  ["local", () => openPms({ kind: "local" })],
  [
    "dentally",
    () => openPms({ kind: "dentally", baseUrl: pms.baseUrl, accessToken: demoPmsToken }),
  ],
];

const update = {
  pmsPatientId: "7",
  verifiedEmail: "ada@example.org",
  verifiedMobile: "+46701740605",
  portalStatus: "registered",
} as const;

describe.each(implementations)("R49: the PMS port, %s", (_name, open) => {
  it("takes a contact update, and repeating it changes nothing", async () => {
    expect(await open().updatePatientContact(update)).toMatchObject({ ok: true });
    expect(await open().updatePatientContact(update)).toEqual({
      ok: true,
      value: { isChanged: false },
    });
  });

  it("says that an unknown patient is not found", async () => {
    expect(await open().findPatient("999")).toMatchObject({ ok: false, reason: "not_found" });
  });

  it("reads all changes to their end and stays there", async () => {
    const port = open();
    let cursor: ChangesCursor = { since: null, page: 1, until: null };
    for (let calls = 0; calls < 5; calls += 1) {
      const read = await port.listChangedPatients({ cursor, limit: 10 });
      if (!read.ok) throw new Error(read.reason);
      expect(read.value.hasMore).toBe(false);
      if (calls > 1) expect(read.value.next).toEqual(cursor);
      cursor = read.value.next;
    }
  });
});
