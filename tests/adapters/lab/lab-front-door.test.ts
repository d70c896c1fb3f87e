import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoDdl } from "@/simulators/front-door/demo-ddl";
import { startFrontDoor } from "@/simulators/front-door/start-front-door";
import type { RunningSimulator } from "@/simulators/process/simulator";
import { type OutsideWorld, outsideWorld } from "../../support/outside-world";
import { testDatabase } from "../../support/test-database";
import { caseAt, planOf } from "./case-at";
import { caseOf, type SimulatedLab, simulatedLab } from "./simulated-lab";

const database = await testDatabase();
let lab: SimulatedLab;
let world: OutsideWorld;
let door: RunningSimulator;
let origin: string;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
  world = await outsideWorld({ schema: "demo", ddl: demoDdl });
  const outside = { lab: Number(new URL(lab.baseUrl).port), pms: 1 };
  door = await startFrontDoor({ ...world, port: 0, host: "127.0.0.1" }, outside);
  origin = `http://127.0.0.1:${door.port}`;
});
afterAll(async () => {
  await door.close();
  await world.close();
  await lab.close();
});
beforeEach(() => lab.reset());

const read = async (path: string) => (await fetch(`${origin}${path}`)).json();
const move = (labCaseId: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${origin}/lab/cases/${labCaseId}/move`, {
    method: "POST",
    body: JSON.stringify(body),
    headers,
  });

describe("a person plays the lab at the front door", () => {
  it("sees what may come next, and takes a case there", async () => {
    const { labCaseId } = await caseAt(lab, "F-1", "in_review");
    expect(await read("/lab/work")).toMatchObject([
      {
        id: labCaseId,
        caseNumber: "F-1",
        status: "in_review",
        nextMoves: ["planning", "needs_records", "rejected", "on_hold"],
      },
    ]);
    const asked = await move(labCaseId, { status: "needs_records", reason: "The bite is missing" });
    expect(asked.status).toBe(200);
    expect(caseOf(await lab.port.readCase(lab.access(), labCaseId)).reports.at(-1)).toMatchObject({
      status: "needs_records",
      reason: "The bite is missing",
    });
  });

  it("sees the doctor's word on the plan", async () => {
    const planned = await caseAt(lab, "F-2", "plan_ready");
    const { labCaseId } = planned;
    const review = {
      planId: planOf(planned),
      decision: "request_changes",
      comments: "Close the gap at 12",
    } as const;
    caseOf(await lab.port.reviewPlan(lab.access(), labCaseId, review, "key"));
    expect(await read("/lab/work")).toMatchObject([
      { status: "planning", plan: { number: 1 }, planReview: review },
    ]);
  });

  it("is told why a move is not possible", async () => {
    const { labCaseId } = await caseAt(lab, "F-3", "received");
    const early = await move(labCaseId, { status: "shipped", tracking: "1Z" });
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({
      error: { message: "From received comes in_review, on_hold." },
    });
    expect((await move(crypto.randomUUID(), { status: "in_review" })).status).toBe(404);
  });

  it("keeps what interface.md fixed, and lets no other site move a case", async () => {
    const { labCaseId } = await caseAt(lab, "F-4", "received");
    const [shown] = await read("/lab/cases");
    expect(Object.keys(shown)).toEqual([
      "id",
      "lab",
      "doctor",
      "caseNumber",
      "status",
      "idempotencyKey",
      "patientReference",
      "declaredScans",
      "receivedScans",
      "receivedPhotos",
      "createdAt",
      "receivedAt",
      "updatedAt",
    ]);
    const foreign = { origin: "https://elsewhere.test" };
    expect((await move(labCaseId, { status: "in_review" }, foreign)).status).toBe(403);
    expect(caseOf(await lab.port.readCase(lab.access(), labCaseId)).status).toBe("received");
  });

  it("finds the made-up logins of the labs", async () => {
    const userName = `eva.${crypto.randomUUID()}`;
    await world.store.query("insert into lab_login values ($1, $2, $3, $4)", [
      "alder",
      userName,
      "Dr Eva Lind",
      "demo-lab-password",
    ]);
    expect(await read("/lab/logins")).toContainEqual({
      lab: "alder",
      userName,
      displayName: "Dr Eva Lind",
      password: "demo-lab-password",
    });
    await world.store.query("delete from lab_login where user_name = $1", [userName]);
  });
});
