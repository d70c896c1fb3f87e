import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/test-database";
import { caseOf, orderOf, type SimulatedLab, scanOf, simulatedLab } from "./simulated-lab";

const database = await testDatabase();
let lab: SimulatedLab;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
});
afterAll(() => lab.close());
beforeEach(() => lab.reset());
afterEach(() => lab.faults.set("lab", "ok"));

describe("R41: a case reaches the lab", () => {
  it("is received when the last of its scans is", async () => {
    const scans = [scanOf("upper-1", "solid upper"), scanOf("lower-1", "solid lower")];
    const created = caseOf(await lab.port.submitCase(lab.access(), orderOf("A-1", scans), "key-1"));
    expect(created).toMatchObject({ caseNumber: "A-1", status: "awaiting_scans" });
    const uploaded = await Promise.all(
      scans.map((scan) =>
        lab.port.uploadScan(lab.access(), created.labCaseId, scan.declared, scan.content),
      ),
    );
    expect(uploaded.every((answer) => answer.ok)).toBe(true);
    const page = await lab.port.listCases(lab.access(), { cursor: null, caseNumber: "A-1" });
    if (!page.ok) throw new Error(page.reason);
    expect(page.value.cases).toMatchObject([
      { status: "received", receivedScanIds: ["lower-1", "upper-1"] },
    ]);
    expect(page.value.cases[0]?.receivedAt).not.toBeNull();
  });

  it("keeps several megabytes of a streamed scan apart from a damaged one", async () => {
    const scan = scanOf("big", "0123456789abcdef".repeat(300_000));
    const order = orderOf("A-2", [scan]);
    const created = caseOf(await lab.port.submitCase(lab.access(), order, "key-2"));
    const damaged = await lab.port.uploadScan(
      lab.access(),
      created.labCaseId,
      scan.declared,
      scanOf("big", "0123456789abcdef".repeat(299_999)).content,
    );
    expect(damaged).toMatchObject({
      ok: false,
      reason: "refused",
      detail: { code: "scan_damaged" },
    });
    const whole = await lab.port.uploadScan(
      lab.access(),
      created.labCaseId,
      scan.declared,
      scan.content,
    );
    expect(caseOf(whole)).toMatchObject({ status: "received" });
    const again = await lab.port.uploadScan(
      lab.access(),
      created.labCaseId,
      scan.declared,
      scan.content,
    );
    expect(caseOf(again)).toMatchObject({ status: "received", receivedScanIds: ["big"] });
  });

  it("refuses a scan nobody declared", async () => {
    const created = caseOf(await lab.port.submitCase(lab.access(), orderOf("A-3"), "key-3"));
    const scan = scanOf("stranger", "solid");
    const answer = await lab.port.uploadScan(
      lab.access(),
      created.labCaseId,
      scan.declared,
      scan.content,
    );
    expect(answer).toMatchObject({ ok: false, reason: "refused", detail: { status: 404 } });
  });

  it("lists what changed, page after page", async () => {
    for (let index = 1; index <= 3; index += 1) {
      await lab.port.submitCase(lab.access(), orderOf(`L-${index}`), `key-${index}`);
    }
    const all = await lab.port.listCases(lab.access(), { cursor: null });
    if (!all.ok) throw new Error(all.reason);
    expect(all.value.cases.map((one) => one.caseNumber)).toEqual(["L-1", "L-2", "L-3"]);
    const rest = await lab.port.listCases(lab.access(), { cursor: all.value.next });
    expect(rest).toMatchObject({
      value: { cases: [], next: all.value.next, hasMore: false },
    });
  });
});

describe("S17: one Idempotency-Key, one case", () => {
  it("answers a race of twenty with the one case", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => lab.port.submitCase(lab.access(), orderOf("R-1"), "race")),
    );
    expect(new Set(answers.map((answer) => caseOf(answer).labCaseId)).size).toBe(1);
    expect(await lab.cases()).toHaveLength(1);
    const outcomes = (await lab.log()).map((entry) => entry.outcome);
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "repeated")).toHaveLength(19);
  });

  it("refuses the key with another order, and the number with another key", async () => {
    await lab.port.submitCase(lab.access(), orderOf("R-2"), "key");
    expect(await lab.port.submitCase(lab.access(), orderOf("R-3"), "key")).toMatchObject({
      reason: "refused",
      detail: { status: 422, code: "idempotency_key_reused" },
    });
    expect(await lab.port.submitCase(lab.access(), orderOf("R-2"), "other")).toMatchObject({
      reason: "refused",
      detail: { status: 409, code: "case_number_known" },
    });
    expect(await lab.cases()).toHaveLength(1);
  });

  it("loses no case when the answer is lost: unclear, found in the list, repeated without a double", async () => {
    await lab.faults.set("lab", "accept-then-drop");
    const lost = await lab.port.submitCase(lab.access(), orderOf("R-4"), "lost");
    expect(lost).toEqual({ ok: false, reason: "unclear" });
    await lab.faults.set("lab", "ok");
    const list = await lab.port.listCases(lab.access(), { cursor: null, caseNumber: "R-4" });
    expect(list).toMatchObject({ value: { cases: [{ status: "received" }] } });
    caseOf(await lab.port.submitCase(lab.access(), orderOf("R-4"), "lost"));
    expect(await lab.cases()).toHaveLength(1);
  });
});

describe("S18: what stands in the way is told apart", () => {
  it.each([
    ["error", "transient", "transient"],
    ["unauthorized", "unauthorized", "unauthorized"],
    ["down", "unclear", "transient"],
  ] as const)("%s: sending is %s, reading is %s", async (mode, sending, reading) => {
    await lab.faults.set("lab", mode);
    const sent = await lab.port.submitCase(lab.access(), orderOf("F-1"), "fault");
    expect(sent).toMatchObject({ ok: false, reason: sending });
    const read = await lab.port.listCases(lab.access(), { cursor: null });
    expect(read).toMatchObject({ ok: false, reason: reading });
  });

  it("slow: sending is unclear, and rightly so: it was done; reading is transient", async () => {
    await lab.faults.set("lab", "slow");
    const read = await lab.impatient.listCases(lab.access(), { cursor: null });
    expect(read).toMatchObject({ ok: false, reason: "transient" });
    const sent = await lab.impatient.submitCase(lab.access(), orderOf("F-1"), "fault");
    expect(sent).toMatchObject({ ok: false, reason: "unclear" });
    await expect.poll(() => lab.cases(), { timeout: 15_000 }).toHaveLength(1);
  });

  it("nobody listens: transient, because nothing was sent", async () => {
    const other = await simulatedLab(database.owner);
    await other.close();
    const sent = await other.port.submitCase(other.access(), orderOf("F-2"), "fault");
    expect(sent).toEqual({ ok: false, reason: "transient" });
  });

  it("takes no unknown token, and no token of the other lab", async () => {
    const wrong = await lab.port.listCases(lab.access("wrong"), { cursor: null });
    expect(wrong).toMatchObject({ ok: false, reason: "unauthorized" });
    const foreign = lab.access(undefined, "birch");
    expect(await lab.port.submitCase(foreign, orderOf("F-3"), "foreign")).toMatchObject({
      ok: false,
      reason: "unauthorized",
    });
    expect(await lab.cases()).toHaveLength(0);
  });

  it("does not break on a malformed call", async () => {
    const post = (body: string, headers: Record<string, string>) =>
      fetch(`${lab.access().intakeUrl}/cases`, {
        method: "POST",
        body,
        headers: { authorization: `Bearer ${lab.access().accessToken}`, ...headers },
      });
    expect((await post("{}", {})).status).toBe(400);
    expect((await post("not json", { "idempotency-key": "k" })).status).toBe(422);
    const url = `${lab.access().intakeUrl}/cases/------------------------------------`;
    const headers = { authorization: `Bearer ${lab.access().accessToken}` };
    expect((await fetch(url, { headers })).status).toBe(404);
    expect((await fetch(`${lab.access().intakeUrl}/cases?cursor=x`, { headers })).status).toBe(400);
  });
});
