import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { readListWish } from "@/features/treatment/work-list/list-wish";
import { type Neighbours, neighboursOf } from "@/features/treatment/work-list/neighbours";
import { PATIENTS_PER_PAGE } from "@/features/treatment/work-list/patient-lines";
import { makePractice, makePractitioner, openWorld } from "../../../support/world";
import { makePlan } from "../made-plan";
import { asks, practising } from "./work-world";

const world = await openWorld();
const idsOf = ({ previous, next }: Neighbours) => [previous?.id ?? null, next?.id ?? null];

describe("R52: next and previous patient within the list one came from", () => {
  it("follows the filter and its order, and says where one is", async () => {
    const { practice, actor, patient } = await practising(world);
    const [c, a, b] = [await patient("Cedar"), await patient("Ash"), await patient("Birch")];
    for (const [id, daysAgo] of [[b, 3] as const, [c, 2] as const, [a, 1] as const])
      await asks(world, practice, id, daysAgo);
    await makePlan(world, practice, c, { worn: { upper: 2, lower: 2 }, daysAgo: 14 });
    const services = await world.services();
    const beside = (show: string, id: string, since = "") =>
      neighboursOf(services, actor, readListWish({ show }, "all"), { id, since });
    const inAnswer = await beside("answer", c);
    expect(idsOf(inAnswer)).toEqual([b, a]);
    expect(inAnswer.standing).toEqual({ at: 2, total: 3 });
    expect(idsOf(await beside("off_track", c))).toEqual([null, null]);
    expect(idsOf(await beside("all", b))).toEqual([a, c]);
    expect((await beside("all", a)).next?.name).toBe("Robin Birch");
  });

  it("leads on to who came after, once the patient needs nothing more", async () => {
    const { practice, actor, patient } = await practising(world);
    const ids: string[] = [];
    for (const [i, name] of ["One", "Two", "Three"].entries()) {
      const id = await patient(name);
      await asks(world, practice, id, 9 - i);
      ids.push(id);
    }
    const [one, two, three] = ids;
    const services = await world.services();
    const wish = readListWish({ show: "answer" }, "all");
    const at = await neighboursOf(services, actor, wish, { id: one ?? "", since: "" });
    const since = at.next?.since ?? "";
    await inPractice(world.db, practice.id, (tx) =>
      tx.thread.updateMany({ where: { patientId: two ?? "" }, data: { state: "waiting" } }),
    );
    const left = await neighboursOf(services, actor, wish, { id: two ?? "", since });
    expect(idsOf(left)).toEqual([one, three]);
    expect(left.standing).toBeNull();
  });

  it("keeps the search and the scope, and crosses no wall", async () => {
    const { practice, actor, patient } = await practising(world);
    const colleague = await makePractitioner(world, practice);
    const own = await patient("Holm");
    const theirs = await patient("Holmgren", colleague);
    await patient("Zeder");
    const elsewhere = await practising(world);
    const foreign = await elsewhere.patient("Holma");
    const services = await world.services();
    const beside = (search: Record<string, string>, id: string) =>
      neighboursOf(services, actor, readListWish(search, "all"), { id, since: "" });
    expect(idsOf(await beside({ q: "holm" }, own))).toEqual([null, theirs]);
    expect(idsOf(await beside({ show: "all", whose: "all" }, own))).toEqual([null, theirs]);
    expect(idsOf(await beside({ show: "all" }, theirs))[0]).toBe(own);
    expect(idsOf(await beside({ show: "all", whose: "all" }, foreign))).toEqual([null, null]);
  });

  it("names the page of the list to go back to", async () => {
    const { practice, actor, patient } = await practising(world);
    const many = PATIENTS_PER_PAGE + 2;
    const ids: string[] = [];
    for (let i = 0; i < many; i++) {
      const id = await patient(`Nr${100 + i}`);
      await asks(world, practice, id, many - i);
      ids.push(id);
    }
    const services = await world.services();
    const pageOf = async (index: number) => {
      const at = { id: ids[index] ?? "", since: "" };
      const wish = readListWish({ show: "answer" }, "all");
      return (await neighboursOf(services, actor, wish, at)).page?.after ?? null;
    };
    expect(await pageOf(PATIENTS_PER_PAGE - 1)).toBeNull();
    expect(await pageOf(PATIENTS_PER_PAGE)).toBe(ids[PATIENTS_PER_PAGE - 1]);
  });

  it("finds nobody for a practice without patients", async () => {
    const { actor } = await practising(world);
    const other = await makePractice(world);
    const services = await world.services();
    const wish = readListWish({ show: "needs" }, "all");
    const none = await neighboursOf(services, actor, wish, { id: other.id, since: "" });
    expect(none).toEqual({ previous: null, next: null, standing: null, page: null });
  });
});
