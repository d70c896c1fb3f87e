import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fromInstant, toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { patientHome, treatmentTimeline, treatmentView } from "@/features/treatment/queries";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { treatmentAnswer } from "@/features/treatment/schema";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";
import { type makePlan, today, treatedPatient } from "./made-plan";

const world = await openWorld();

const treated = (wish: Parameters<typeof makePlan>[3] = {}) =>
  treatedPatient(world, { worn: { upper: 2, lower: 1 }, ...wish });

/** The facts as Prisma reads them, table by table: a second way to the same schedule. */
async function factsByTable(practiceId: string, planId: string): Promise<TreatmentFacts> {
  return inPractice(world.db, practiceId, async (tx) => {
    const where = { practiceId, planId };
    const plan = await tx.treatmentPlan.findFirstOrThrow({ where: { practiceId, id: planId } });
    const series = await tx.treatmentSeries.findMany({ where, include: { stages: true } });
    const changes = await tx.alignerChange.findMany({ where, orderBy: { changedOn: "asc" } });
    return {
      series: series.map(({ id, kind, stages }) => ({
        id,
        kind,
        startsOn: plan.startsOn && toDay(plan.startsOn),
        endedOn: null,
        stages: stages.map((stage) => ({ ...stage, wearGoalMinutes: plan.wearGoalMinutes })),
      })),
      events: changes.map(({ stageId, changedOn }) => ({
        event: "changed" as const,
        stageId,
        on: toDay(changedOn),
      })),
      pauses: [],
      extensions: [],
      stopReleases: [],
    };
  });
}

describe("R20: the treatment as its patient sees it", () => {
  it("is the domain's schedule of the facts in the tables", async () => {
    const { practice, actor, plan } = await treated({ daysAgo: 14 });
    const { value } = await treatmentView(await world.services(), actor);
    const facts = await factsByTable(practice.id, plan.planId);
    const schedule = treatmentSchedule(
      facts,
      Temporal.PlainDate.from(await today(world, practice)),
    );
    expect(value).toMatchObject({
      percentDone: schedule.percentDone,
      daysLeft: schedule.daysLeft,
      finishOn: schedule.finishOn?.toString(),
      behindDays: schedule.behindDays,
      phase: "active",
    });
    const days = schedule.arches.map(({ stages }) =>
      stages.map(({ number, status, startedOn, plannedOn }) => ({
        number,
        status,
        startedOn: startedOn?.toString() ?? null,
        plannedOn: plannedOn?.toString() ?? null,
      })),
    );
    expect(value.arches.map(({ stages }) => stages)).toMatchObject(days);
    expect(treatmentAnswer.parse(value)).toEqual(value);
  });

  it("is empty, not missing, without a plan or while the plan is a draft", async () => {
    const practice = await makePractice(world);
    const nobody = await makePatientActor(world, practice.id);
    expect((await treatmentView(await world.services(), nobody)).value).toMatchObject({
      phase: "no_plan",
      planId: null,
      arches: [],
    });
    const { actor } = await treated({ approved: false });
    expect((await treatmentView(await world.services(), actor)).value.phase).toBe("no_plan");
  });

  it("counts a pause ended early only until its end", async () => {
    const { practice, actor, plan } = await treated({ lower: 0, worn: { upper: 2 } });
    const { now } = await world.services();
    // Days of the practice, whatever day it is in UTC.
    const [fromOn, untilOn] = [
      new Date(await today(world, practice, -5)),
      new Date(await today(world, practice, 20)),
    ];
    await inPractice(world.db, practice.id, (tx) =>
      tx.planPause.create({
        data: {
          practiceId: practice.id,
          planId: plan.planId,
          fromOn,
          untilOn,
          endedAt: fromInstant(now.subtract({ hours: 24 * 2 })),
          byPersonId: crypto.randomUUID(),
          createdAt: fromInstant(now),
        },
      }),
    );
    const { value } = await treatmentView(await world.services(), actor);
    expect(value.phase).toBe("active");
    expect(value.pauses).toEqual([
      { fromOn: await today(world, practice, -5), untilOn: await today(world, practice, -2) },
    ]);
  });
});

describe("R19: the patient's home", () => {
  it("shows the next visit, unread messages and the task of today", async () => {
    const { practice, actor } = await treated({ lower: 0, worn: { upper: 2 } });
    const services = await world.services();
    const orthodontist = await makeClinicActor(world, practice.id, "orthodontist");
    const practitionerId = await makePractitioner(world, practice, orthodontist.personId);
    const { practiceId, patientId } = actor;
    const at = (hours: number) => fromInstant(services.now.add({ hours }));
    await inPractice(world.db, practiceId, async (tx) => {
      const type = await tx.visitType.create({
        data: { practiceId, name: "Aligner check", minutes: 20 },
      });
      for (const [hours, state] of [
        [24, "cancelled"],
        [48, "booked"],
        [72, "booked"],
      ] as const) {
        await tx.appointment.create({
          data: {
            practiceId,
            patientId,
            practitionerId,
            visitTypeId: type.id,
            chairId: practice.chairId,
            locationId: practice.locationId,
            state,
            startsAt: at(hours),
            endsAt: at(hours + 1),
            practitionerBusyFromAt: at(hours),
            practitionerBusyUntilAt: at(hours + 1),
            chairBusyFromAt: at(hours),
            chairBusyUntilAt: at(hours + 1),
            createdAt: at(0),
            updatedAt: at(0),
            ...(state === "cancelled" && { cancelledBy: "patient" as const }),
          },
        });
      }
      const thread = await tx.thread.create({
        data: {
          practiceId,
          patientId,
          subject: "Attachment",
          createdByPersonId: actor.personId,
          messageCount: 3,
          lastMessageAt: at(0),
          createdAt: at(0),
        },
      });
      for (const [number, author] of [
        [1, actor.personId],
        [2, orthodontist.personId],
        [3, orthodontist.personId],
      ] as const) {
        await tx.message.create({
          data: {
            practiceId,
            threadId: thread.id,
            number,
            authorPersonId: author,
            authorRole: author === actor.personId ? "patient" : "orthodontist",
            authorName: "Somebody",
            body: "Words",
            sentAt: at(0),
          },
        });
      }
    });
    const home = await patientHome(services, actor);
    expect(home).toMatchObject({
      treatment: { task: { kind: "change_today", next: [{ arch: "upper", stage: 3 }] } },
      nextVisit: { typeName: "Aligner check", state: "booked" },
      unreadMessages: 2,
      justChanged: null,
      people: [{ id: patientId }],
    });
    expect(Date.parse(home.nextVisit?.startsAt ?? "")).toBe(at(48).getTime());
    const timeline = await treatmentTimeline(services, actor);
    expect(timeline.visits).toHaveLength(2);
  });

  it("R21: tells for ten minutes how the last change moved the dates", async () => {
    const { practice, actor } = await treated({ lower: 0, worn: { upper: 2 }, daysAgo: 13 });
    const wish = { stage: 3, changedOn: await today(world, practice) };
    const changed = await recordAlignerChange(await world.services(), actor, wish);
    expect(changed.ok).toBe(true);
    const home = await patientHome(await world.services(), actor);
    expect(home.justChanged).toEqual({
      changedOn: wish.changedOn,
      differences: [{ arch: "upper", stage: 3, reason: "changed_late", lateDays: 3, movedDays: 3 }],
    });
    const later = {
      ...(await world.services()),
      now: (await world.services()).now.add({ minutes: 11 }),
    };
    expect((await patientHome(later, actor)).justChanged).toBeNull();
  });

  it("S12: shows nothing of another patient's, whatever practice they are of", async () => {
    const { actor } = await treated();
    const elsewhere = await makePractice(world);
    const stranger = await makePatientActor(world, elsewhere.id);
    const home = await patientHome(await world.services(), {
      ...stranger,
      patientId: actor.patientId,
    });
    expect(home).toMatchObject({
      treatment: { phase: "no_plan" },
      nextVisit: null,
      unreadMessages: 0,
    });
  });
});
