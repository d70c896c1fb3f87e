import { expect, test } from "vitest";
import { CASE_STATES } from "@/domain/cases/case-moves";
import { practice } from "./made-demo";
import { factsOfPlan, scheduleOf } from "./treatment-facts";

test("patients stand at every point of treatment", () => {
  const { making, plans } = practice("northgate");
  const found = plans.map((plan) => {
    const schedule = scheduleOf(factsOfPlan(making.rows, plan.id), making.today);
    return { point: plan.course.point, schedule };
  });
  const of = (point: string) =>
    found.filter((one) => one.point === point).map(({ schedule }) => schedule);
  for (const { phase } of of("before_first")) expect(phase).toBe("not_started");
  for (const { phase } of of("paused")) expect(phase).toBe("paused");
  for (const { phase } of of("retention")) expect(phase).toBe("retention");
  for (const { phase } of of("finished")) expect(phase).toBe("finished");
  for (const { arches } of of("due_today")) {
    expect(arches[0]?.nextChangeOn?.equals(making.today)).toBe(true);
  }
  for (const { arches } of of("overdue")) expect(arches[0]?.overdueDays).toBeGreaterThan(0);
  for (const { arches } of of("stop_visit")) expect(arches[0]?.waitingFor?.reason).toBe("visit");
  for (const { arches } of of("stop_photo")) {
    expect(arches[0]?.waitingFor?.reason).toBe("photo_check_in");
  }
  for (const { arches } of of("refinement")) {
    expect(arches[0]?.currentStage?.seriesKind).toBe("refinement");
  }
  for (const { arches } of of("uneven")) {
    expect(arches[0]?.currentStage?.number).not.toBe(arches[1]?.currentStage?.number);
  }
  for (const { arches } of of("backtracked")) {
    expect(arches[0]?.stages.some(({ status }) => status === "backtracked")).toBe(true);
  }
  const points = new Set(found.map(({ point }) => point));
  expect(points.size).toBe(13);
});

test("cases in each state, each with an unbroken history", () => {
  const { making } = practice("northgate");
  const cases = making.rows.of("tenant.lab_case");
  expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(CASE_STATES));
  for (const one of cases) {
    const events = making.rows.of("tenant.case_event").filter(({ caseId }) => caseId === one.id);
    events.forEach((event, i) => {
      if (i > 0) expect(event.fromState).toBe(events[i - 1]?.toState);
    });
    expect(events.at(-1)?.toState).toBe(one.state);
  }
});

test("the first orthodontist has a plan to approve and photos to look at", () => {
  for (const shortName of ["northgate", "riverbend"]) {
    const { making, clinic, patients } = practice(shortName);
    const [first] = clinic.orthodontists;
    const own = new Set(
      patients.filter(({ orthodontist }) => orthodontist === first).map(({ id }) => id),
    );
    const drafts = making.rows
      .of("tenant.treatment_plan")
      .filter(({ approvedAt }) => approvedAt === null);
    expect(drafts.map(({ patientId }) => own.has(String(patientId)))).toEqual([true]);
    const [draft] = drafts;
    const facts = factsOfPlan(making.rows, String(draft?.id));
    expect(scheduleOf(facts, making.today).phase).toBe("not_started");
    const sent = making.rows
      .of("tenant.check_in")
      .filter(({ state, patientId }) => state === "submitted" && own.has(String(patientId)));
    expect(sent.length).toBeGreaterThan(0);
  }
});
