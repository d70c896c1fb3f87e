import { describe, expect, it } from "vitest";
import type { PatientActor } from "@/features/access/actors";
import { latestNews } from "@/features/treatment/news/latest-news";
import { newsKind } from "@/features/treatment/news/news-kind";
import { approvePlan } from "@/features/treatment/plan/approve-plan";
import { previewPlan } from "@/features/treatment/plan/preview-plan";
import { patientHome } from "@/features/treatment/queries";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, makePractitioner } from "../../support/world";
import { today } from "./made-plan";
import { edited, opened, save, series, treated, world } from "./plan/plan-world";

const news = async (actor: PatientActor) => {
  const services = await world.services();
  const told = await latestNews(services, actor);
  // What home says is what the treatment's page tells.
  expect((await patientHome(services, actor)).news).toEqual(told);
  const { reason, why } = told?.movement ?? {};
  return told && { kind: newsKind(told), reason, why, byName: told.byName };
};

describe("R19, R22: news of the plan on home and on the treatment's page", () => {
  it("a first plan is told as ready and not as changed, before it is approved to nobody", async () => {
    const practice = await makePractice(world);
    const doctor = await makeClinicActor(world, practice.id, "orthodontist");
    await makePractitioner(world, practice, doctor.personId);
    const patient = await makePatientActor(world, practice.id);
    const id = patient.patientId;
    const first = { ...series("initial", 3, 2), startsOn: await today(world, practice, 3) };
    const plan = { wearGoalMinutes: 1320, series: [first] };
    const services = await world.services();
    const preview = await previewPlan(services, doctor, { id, version: 0, plan });
    expect(preview).toMatchObject({
      ok: true,
      value: { said: { lead: "Your orthodontist has made your plan. These are your dates." } },
    });
    await save(doctor, id, { version: 0, plan });
    expect(await news(patient)).toBeNull();
    await world.advance("PT1M");
    expect((await approvePlan(await world.services(), doctor, { id, version: 1 })).ok).toBe(true);
    expect(await news(patient)).toMatchObject({ kind: "ready", reason: "plan_ready" });
    expect(await news(await makePatientActor(world, practice.id))).toBeNull();
    await world.advance("P15D");
    expect(await news(patient)).toBeNull();
  });

  it("an edit that moves days is told until the next change; a note is not", async () => {
    const { doctor, actor, patientId, practice } = await treated();
    const { plan } = await opened(doctor, patientId);
    const noted = edited(plan, ({ number }) => (number === 4 ? { note: "Midline" } : {}));
    await save(doctor, patientId, { version: 1, plan: noted });
    await world.advance("PT1M");
    const other = edited(noted, ({ number }) => (number === 5 ? { note: "Bite" } : {}));
    await save(doctor, patientId, { version: 2, plan: other });
    expect(await news(actor)).toBeNull();
    await world.advance("PT1M");
    const slower = edited(other, ({ number }) => (number > 2 ? { intervalDays: 14 } : {}));
    expect((await save(doctor, patientId, { version: 3, plan: slower })).ok).toBe(true);
    expect(await news(actor)).toMatchObject({
      kind: "changed",
      reason: "plan_edited",
      why: [{ kind: "days", first: 3, to: 14 }],
    });
    await world.advance("PT1M");
    const changedOn = await today(world, practice);
    const marked = await recordAlignerChange(await world.services(), actor, {
      stage: 3,
      changedOn,
    });
    expect(marked.ok).toBe(true);
    expect(await news(actor)).toBeNull();
  });
});
