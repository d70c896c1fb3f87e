import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { countWaitingCheckIns } from "@/features/check-ins/waiting";
import { readListPlace, readListWish } from "@/features/treatment/work-list/list-wish";
import { workNeeds } from "@/features/treatment/work-list/needs";
import { PATIENTS_PER_PAGE, patientLines } from "@/features/treatment/work-list/patient-lines";
import { needsOf, workCounts, workList, workOrder } from "@/features/treatment/work-list/work-list";
import { makePatient } from "../../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../../support/world";
import { makePlan } from "../made-plan";
import { asks, practising, reportsProblem, sendsCheckIn } from "./work-world";

const world = await openWorld();
const first = readListPlace({});
const worn = { upper: 2, lower: 2 };

describe("R22, R24, R25, R52: the orthodontist's work list", () => {
  it("holds who waits for an answer or a verdict, is off track, at a stop or has a draft, and nobody else", async () => {
    const { practice, actor, patient } = await practising(world);
    const late = await patient("Late");
    const asking = await patient("Asking");
    const stopped = await patient("Stopped");
    const losing = await patient("Losing");
    const showing = await patient("Showing");
    const drafted = await patient("Drafted");
    const calm = [await patient("Ontrack"), await patient("Due"), await patient("Planless")];
    await makePlan(world, practice, asking, { worn, daysAgo: 3 });
    await asks(world, practice, asking, 2);
    await makePlan(world, practice, late, { worn, daysAgo: 14 });
    await makePlan(world, practice, stopped, { worn, stopAfter: { stage: 2, stop: "visit" } });
    const { stageId } = await makePlan(world, practice, losing, { worn, daysAgo: 1 });
    await reportsProblem(world, practice, losing, stageId("upper", 2));
    await makePlan(world, practice, showing, { worn, daysAgo: 1 });
    await sendsCheckIn(world, practice, showing);
    await makePlan(world, practice, drafted, { approved: false });
    await makePlan(world, practice, calm[0] ?? "", { worn, daysAgo: 4 });
    await makePlan(world, practice, calm[1] ?? "", { worn, daysAgo: 13 });
    const work = await workList(await world.services(), actor, "mine");
    const shown = workOrder(work, "needs").map(({ entry }) => [entry.id, needsOf(entry)]);
    // Who waits for words of ours comes first, the longest waiting before the others.
    expect(shown).toEqual([
      [asking, ["answer"]],
      [losing, ["answer"]],
      [showing, ["check_in"]],
      [late, ["off_track"]],
      [drafted, ["approve"]],
      [stopped, ["stop"]],
    ]);
  });

  it("counts what its lists hold, all pages of them together, each patient once", async () => {
    const { practice, actor, patient } = await practising(world);
    const many = PATIENTS_PER_PAGE + 3;
    const ids = await Promise.all(
      Array.from({ length: many }, (_, i) => patient(`Nr${String(i).padStart(3, "0")}`)),
    );
    for (const id of ids) await asks(world, practice, id);
    await asks(world, practice, ids[0] ?? "");
    await sendsCheckIn(world, practice, ids[1] ?? "");
    const services = await world.services();
    const work = await workList(services, actor, "mine");
    const counts = workCounts(work);
    expect(counts).toEqual({ answer: many, check_in: 1, off_track: 0, stop: 0, approve: 0 });
    // The tile of check-ins opens their own queue.
    expect(await countWaitingCheckIns(services, actor, { everybody: false })).toBe(1);
    for (const need of workNeeds) {
      const seen: string[] = [];
      let at = first;
      for (;;) {
        const wish = readListWish({ show: need }, "needs");
        const { items, next } = await patientLines(services, actor, wish, at, work);
        expect(items.every(({ work: entry }) => entry && needsOf(entry).includes(need))).toBe(true);
        seen.push(...items.map(({ id }) => id));
        if (next === null) break;
        at = next;
      }
      expect(new Set(seen).size).toBe(counts[need]);
      expect(seen).toHaveLength(counts[need]);
    }
  });

  it("goes on where the page ended, even when all of it have left the list meanwhile", async () => {
    const { practice, actor, patient } = await practising(world);
    const many = PATIENTS_PER_PAGE + 2;
    const ids = await Promise.all(Array.from({ length: many }, (_, i) => patient(`Nr${100 + i}`)));
    for (const [i, id] of ids.entries()) await asks(world, practice, id, many - i);
    const services = await world.services();
    const wish = readListWish({ show: "answer" }, "needs");
    const page = await patientLines(
      services,
      actor,
      wish,
      first,
      await workList(services, actor, "mine"),
    );
    await inPractice(world.db, practice.id, (tx) =>
      tx.thread.updateMany({
        where: { patientId: { in: page.items.map(({ id }) => id) } },
        data: { state: "waiting" },
      }),
    );
    const left = await workList(services, actor, "mine");
    const rest = await patientLines(services, actor, wish, page.next ?? first, left);
    expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(PATIENTS_PER_PAGE));
    expect(rest.next).toBeNull();
  });

  it("begins with one's own patients, goes to all of the practice, and never beyond", async () => {
    const { practice, actor, patient } = await practising(world);
    const colleague = await makePractitioner(world, practice);
    const own = await patient("Ångström");
    const theirs = await patient("Angstrom-Lee", colleague);
    const nobodys = await makePatient(world, practice.id, { lastName: "Zimmer" });
    const elsewhere = await makePractice(world);
    const foreign = await makePatient(world, elsewhere.id, { lastName: "Angstrom" });
    for (const id of [own, theirs, nobodys]) await asks(world, practice, id);
    await asks(world, elsewhere, foreign);
    const services = await world.services();
    const idsOf = async (whose: "mine" | "all") =>
      (await workList(services, actor, whose)).map(({ id }) => id).toSorted();
    expect(await idsOf("mine")).toEqual([own]);
    expect(await idsOf("all")).toEqual([own, theirs, nobodys].toSorted());
    const listed = async (search: Record<string, string>) => {
      const wish = readListWish(search, "needs");
      const { items } = await patientLines(services, actor, wish, first, []);
      return items.map(({ id }) => id);
    };
    expect(await listed({ show: "all" })).toEqual([own]);
    expect(new Set(await listed({ show: "all", whose: "all" }))).toEqual(
      new Set([own, theirs, nobodys]),
    );
    expect(await listed({ q: "angstrom-l" })).toEqual([theirs]);
    expect(await listed({ q: "%" })).toEqual([]);
  });

  it("leaves out those whose record is archived", async () => {
    const { practice, actor, patient } = await practising(world);
    const id = await patient("Gone");
    await asks(world, practice, id);
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.updateMany({
        where: { id },
        data: { archivedAt: "2026-01-05T10:00:00Z", archivedReason: "moved away" },
      }),
    );
    expect(await workList(await world.services(), actor, "all")).toEqual([]);
  });
});
