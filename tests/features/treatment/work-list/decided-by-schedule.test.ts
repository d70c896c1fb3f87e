import type { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import type { Tx } from "@/db/client";
import { fromDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { Arch } from "@/domain/treatment/facts";
import { dayIn, loadPlan } from "@/features/treatment/load-facts";
import { isHeldAtStop, isOffTrack } from "@/features/treatment/treatment-flags";
import { viewOf } from "@/features/treatment/treatment-view";
import { workList } from "@/features/treatment/work-list/work-list";
import { openWorld } from "../../../support/world";
import { makePlan, type PlanMade } from "../made-plan";
import { practising } from "./work-world";

const world = await openWorld();

interface Scene {
  readonly tx: Tx;
  readonly practiceId: string;
  readonly plan: PlanMade;
  readonly today: Temporal.PlainDate;
}

const byPersonId = crypto.randomUUID();
const at = "2026-01-05T10:00:00Z";
const base = ({ practiceId, plan }: Scene) => ({
  practiceId,
  planId: plan.planId,
  byPersonId,
  createdAt: at,
});

const pause = (fromAgo: number, untilAgo: number | null) => (scene: Scene) =>
  scene.tx.planPause.create({
    data: {
      ...base(scene),
      fromOn: fromDay(scene.today.subtract({ days: fromAgo })),
      untilOn: untilAgo === null ? null : fromDay(scene.today.subtract({ days: untilAgo })),
    },
  });
const wearLonger = (arch: Arch, number: number, days: number) => (scene: Scene) =>
  scene.tx.stageExtension.create({
    data: { ...base(scene), stageId: scene.plan.stageId(arch, number), days },
  });
const goBack = (arch: Arch, number: number, daysAgo: number) => (scene: Scene) =>
  scene.tx.backtrack.create({
    data: {
      ...base(scene),
      arch,
      toStageId: scene.plan.stageId(arch, number),
      on: fromDay(scene.today.subtract({ days: daysAgo })),
    },
  });
const release = (arch: Arch, number: number, daysAgo: number) => (scene: Scene) =>
  scene.tx.stopRelease.create({
    data: {
      ...base(scene),
      stageId: scene.plan.stageId(arch, number),
      releasedOn: fromDay(scene.today.subtract({ days: daysAgo })),
      by: "visit",
    },
  });
const follows =
  (kind: "refinement" | "retention", startsInDays: number | null, arches: readonly Arch[]) =>
  async ({ tx, practiceId, plan, today }: Scene) => {
    const startsOn = startsInDays === null ? null : fromDay(today.add({ days: startsInDays }));
    const series = await tx.treatmentSeries.create({
      data: { practiceId, planId: plan.planId, number: 2, kind, startsOn },
    });
    await tx.stage.createMany({
      data: arches.map((arch) => ({
        practiceId,
        seriesId: series.id,
        arch,
        number: 1,
        intervalDays: 10,
      })),
    });
  };
const both: readonly Arch[] = ["upper", "lower"];

type Step = (scene: Scene) => Promise<unknown>;
const stop = { stage: 2, stop: "visit" } as const;
/** Name, what is worn since when, what happened beside it. Stages have ten days. */
type Case = readonly [string, Parameters<typeof makePlan>[3], readonly Step[]];
const cases: readonly Case[] = [
  ...[9, 10, 13, 14, 30].map(
    (daysAgo) =>
      [`worn for ${daysAgo} days`, { worn: { upper: 2, lower: 2 }, daysAgo }, []] as const,
  ),
  ["one arch late", { worn: { upper: 2 }, daysAgo: 20 }, []],
  ["one arch alone", { upper: 5, lower: 0, worn: { upper: 2 }, daysAgo: 20 }, []],
  ["nothing worn yet", { daysAgo: 40 }, []],
  ["the last one worn", { worn: { upper: 5, lower: 5 }, daysAgo: 30 }, []],
  ["at a stop", { worn: { upper: 2, lower: 2 }, daysAgo: 10, stopAfter: stop }, []],
  ["before a stop", { worn: { upper: 2, lower: 2 }, daysAgo: 9, stopAfter: stop }, []],
  ...[1, 5].map(
    (daysAgo) =>
      [
        `a stop released ${daysAgo} days ago`,
        { worn: { upper: 2, lower: 2 }, daysAgo: 20, stopAfter: stop },
        both.map((arch) => release(arch, 2, daysAgo)),
      ] as const,
  ),
  [
    "a stop released for one arch",
    { worn: { upper: 2, lower: 2 }, daysAgo: 20, stopAfter: stop },
    [release("upper", 2, 5)],
  ],
  ["paused", { worn: { upper: 2, lower: 2 }, daysAgo: 30 }, [pause(5, null)]],
  ["paused until tomorrow", { worn: { upper: 2, lower: 2 }, daysAgo: 30 }, [pause(5, -1)]],
  ["paused until today", { worn: { upper: 2, lower: 2 }, daysAgo: 30 }, [pause(5, 0)]],
  ["paused before", { worn: { upper: 2, lower: 2 }, daysAgo: 16 }, [pause(10, 5)]],
  ["worn longer", { worn: { upper: 2, lower: 2 }, daysAgo: 16 }, [wearLonger("upper", 2, 7)]],
  [
    "worn longer, both",
    { worn: { upper: 2, lower: 2 }, daysAgo: 16 },
    both.map((arch) => wearLonger(arch, 2, 7)),
  ],
  ["gone back", { worn: { upper: 3, lower: 3 }, daysAgo: 25 }, [goBack("upper", 2, 5)]],
  [
    "gone back, both",
    { worn: { upper: 3, lower: 3 }, daysAgo: 25 },
    both.map((arch) => goBack(arch, 2, 5)),
  ],
  [
    "gone back long ago",
    { worn: { upper: 3, lower: 3 }, daysAgo: 30 },
    both.map((arch) => goBack(arch, 2, 20)),
  ],
  ...[null, -30, -12, -2, 5].map(
    (days) =>
      [
        `a refinement that starts in ${days} days`,
        { worn: { upper: 5, lower: 5 }, daysAgo: 20 },
        [follows("refinement", days, both)],
      ] as const,
  ),
  [
    "a refinement of one arch",
    { worn: { upper: 5, lower: 5 }, daysAgo: 20 },
    [follows("refinement", null, ["upper"])],
  ],
  [
    "a refinement of an arch without aligners before",
    { upper: 5, lower: 0, worn: { upper: 2 }, daysAgo: 3 },
    [follows("refinement", null, ["lower"])],
  ],
  [
    "retention ahead",
    { worn: { upper: 5, lower: 5 }, daysAgo: 20 },
    [follows("retention", -5, both)],
  ],
  [
    "the last one not yet worn out, retention ahead",
    { worn: { upper: 5, lower: 5 }, daysAgo: 5 },
    [follows("retention", null, both)],
  ],
];

it("R22, R52: finds exactly those whom the schedule says are off track or at a stop", async () => {
  const { practice, actor, patient } = await practising(world);
  const services = await world.services();
  const today = dayIn(practice.zone, services.now);
  const made: { id: string; name: string }[] = [];
  for (const [name, wish, steps] of cases) {
    const id = await patient("Case");
    const plan = await makePlan(world, practice, id, wish);
    await inPractice(world.db, practice.id, async (tx) => {
      for (const step of steps) await step({ tx, practiceId: practice.id, plan, today });
    });
    made.push({ id, name });
  }
  const shownIn = async (days: number) => {
    const now = services.now.add({ hours: 24 * days });
    const entries = await workList({ ...services, now }, actor, "mine");
    return made.map(({ id, name }) => {
      const since = entries.find((entry) => entry.id === id)?.since ?? {};
      return { name, off: since.off_track !== undefined, stop: since.stop !== undefined };
    });
  };
  const decidedIn = (days: number) =>
    inPractice(world.db, practice.id, async (tx) => {
      const where = { practiceId: practice.id, zone: practice.zone };
      const on = dayIn(practice.zone, services.now.add({ hours: 24 * days }));
      const decided: { name: string; off: boolean; stop: boolean }[] = [];
      for (const { id, name } of made) {
        const view = viewOf(await loadPlan(tx, { ...where, patientId: id }), on);
        decided.push({ name, off: isOffTrack(view), stop: isHeldAtStop(view) });
      }
      return decided;
    });
  for (const days of [0, 1, 4, 12]) expect(await shownIn(days)).toEqual(await decidedIn(days));
  const now = await decidedIn(0);
  // The cases say something: some are in each list, most in none.
  expect(now.filter(({ off }) => off).length).toBeGreaterThan(4);
  expect(now.filter(({ stop: held }) => held).length).toBeGreaterThan(3);
  expect(now.filter(({ off, stop: held }) => !off && !held).length).toBeGreaterThan(10);
});
