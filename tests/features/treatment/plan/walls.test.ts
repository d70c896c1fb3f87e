import { describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/patients/[id]/plan/route";
import { approvePlan } from "@/features/treatment/plan/approve-plan";
import { previewPlan } from "@/features/treatment/plan/preview-plan";
import { readPlan } from "@/features/treatment/plan/read-plan";
import { readVersion } from "@/features/treatment/plan/read-version";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makeClinicActor, makePerson, makeSession } from "../../../support/people";
import { call, codeOf } from "../../bad-input/callers";
import { today, treatedPatient } from "../made-plan";
import { edited, opened, save, series, treated, versionsOf, world } from "./plan-world";

Object.assign(globalThis, { archwayRuntime: world.runtime });

const slower = (plan: Parameters<typeof edited>[0]) =>
  edited(plan, ({ number }) => (number > 2 ? { intervalDays: 14 } : {}));

describe("R22: two at once", () => {
  it("two tabs: the second save is told, and overwrites nothing", async () => {
    const { doctor, patientId, practice } = await treated();
    const tab = await opened(doctor, patientId);
    const goal = { ...tab.plan, wearGoalMinutes: 1200 };
    const answers = await Promise.all([
      save(doctor, patientId, { version: 1, plan: slower(tab.plan), reason: "Slower" }),
      save(doctor, patientId, { version: 1, plan: goal, reason: "Goal" }),
    ]);
    const lost = answers.filter(({ ok }) => !ok);
    expect(lost).toEqual([{ ok: false, reason: "changed_meanwhile", detail: { version: 2 } }]);
    expect(await versionsOf(practice.id)).toHaveLength(1);
    const late = { id: patientId, version: 1, plan: goal };
    expect(await previewPlan(await world.services(), doctor, late)).toMatchObject({
      reason: "changed_meanwhile",
    });
  });

  it("S16: the same press sent twice makes one version, and two first plans one", async () => {
    const { doctor, patientId, practice } = await treated();
    const wish = { version: 1, plan: slower((await opened(doctor, patientId)).plan) };
    const [one, other] = await Promise.all([
      save(doctor, patientId, wish, "key-1"),
      save(doctor, patientId, wish, "key-1"),
    ]);
    expect(one.ok && other.ok && other.value).toEqual(one.ok && one.value);
    expect(await versionsOf(practice.id)).toHaveLength(1);

    const empty = await treatedPatient(world, { approved: false });
    const person = await makeClinicActor(world, empty.practice.id, "orthodontist");
    const first = {
      version: 0,
      plan: { wearGoalMinutes: 1320, series: [series("initial", 2, 2)] },
    };
    const again = await save(person, empty.actor.patientId, first);
    expect(again).toMatchObject({ reason: "changed_meanwhile", detail: { version: 1 } });
  });

  it("an aligner put on while the editor was open is not taken away by it", async () => {
    const { doctor, actor, patientId, practice } = await treated();
    const { plan } = await opened(doctor, patientId);
    const shorter = {
      ...plan,
      series: plan.series.map((one) => ({
        ...one,
        stages: one.stages.filter(({ number }) => number < 3),
      })),
    };
    const change = { stage: 3, changedOn: await today(world, practice) };
    const [changed, saved] = await Promise.all([
      recordAlignerChange(await world.services(), actor, change),
      save(doctor, patientId, { version: 1, plan: shorter }),
    ]);
    // Whichever was first: never both.
    expect([changed.ok, saved.ok].filter(Boolean)).toHaveLength(1);
    if (changed.ok) expect(saved).toMatchObject({ reason: "stage_begun" });
  });
});

describe("S12: whose plan it is", () => {
  it("another practice's orthodontist finds nothing, by any way", async () => {
    const { patientId } = await treated();
    const { doctor: stranger } = await treated();
    const services = await world.services();
    const id = patientId;
    const plan = { wearGoalMinutes: 1320, series: [series("initial", 1, 1)] };
    const answers = [
      await readPlan(services, stranger, { id }),
      await readVersion(services, stranger, { id, version: 1 }),
      await previewPlan(services, stranger, { id, version: 0, plan }),
      await save(stranger, id, { version: 0, plan }),
      await approvePlan(services, stranger, { id, version: 1 }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, reason: "not_found" });
  });

  it("stages of another patient's plan are nothing this one knows", async () => {
    const { doctor, patientId } = await treated();
    const { plan: theirs } = await opened(
      ...(await treated().then(({ doctor: d, patientId: p }) => [d, p] as const)),
    );
    expect(await save(doctor, patientId, { version: 1, plan: theirs })).toMatchObject({
      reason: "unknown_part",
    });
  });

  it("R52: staff read the plan without its notes and write nothing; a patient has no such route", async () => {
    const { doctor, patientId, practice, actor } = await treated();
    const { plan } = await opened(doctor, patientId);
    const noted = edited(plan, ({ number }) => (number === 3 ? { note: "Clinical words" } : {}));
    expect((await save(doctor, patientId, { version: 1, plan: noted })).ok).toBe(true);
    const token = async (role: "staff" | "admin" | "patient") => {
      const wish = role === "patient" ? { role, patientId: actor.patientId } : { role };
      const person = await makePerson(world, practice.id, wish);
      return makeSession(world, practice.id, person, role);
    };
    const params = { id: patientId };
    const body = { version: 2, reason: "No", plan: { ...noted, wearGoalMinutes: 1200 } };
    for (const role of ["staff", "admin"] as const) {
      const session = await token(role);
      const seen = await call(GET, session, { params });
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('"number":3');
      expect(seen.text).not.toContain("Clinical words");
      expect(codeOf(await call(POST, session, { params, body }))).toBe("not_allowed");
    }
    expect(codeOf(await call(GET, await token("patient"), { params }))).toBe("not_allowed");
    expect(await versionsOf(practice.id)).toHaveLength(1);
  });
});
