import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { CASE_STATES } from "@/domain/cases/case-moves";
import { parcelsOf } from "@/features/cases/cases-of-patient";
import { createCase } from "@/features/cases/create-case";
import { countCasesForYou, listCases } from "@/features/cases/list-cases";
import { type CaseListWish, caseListQuery } from "@/features/cases/schema";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { begun, type CaseCast, makeCaseCast, standing } from "./case-world";

const world = await openWorld();
async function list(by: CaseCast["doctor"], wish: Partial<CaseListWish> = {}) {
  return (await listCases(await world.services(), by, caseListQuery.parse(wish))).value;
}
const ids = async (by: CaseCast["doctor"], wish: Partial<CaseListWish> = {}) =>
  (await list(by, wish)).items.map(({ id }) => id);

describe("R41: the list of cases", () => {
  it("every state stands in the tab of whose turn it is, and the counts are the lists' lengths", async () => {
    const cast = await makeCaseCast(world);
    for (const state of CASE_STATES) await standing(world, cast, { state });
    const states = async (show: CaseListWish["show"]) =>
      (await list(cast.doctor, { show })).items.map(({ state }) => state).toSorted();
    expect(await states("needs_you")).toEqual([
      ...["at_practice", "delivery_unknown", "draft", "held_for_reauthentication"],
      ...["needs_records", "plan_ready", "send_failed", "shipped"],
    ]);
    expect(await states("at_lab")).toEqual([
      ...["approved", "in_production", "in_review", "planning", "queued", "received"],
      ...["sending", "sent"],
    ]);
    expect(await states("closed")).toEqual(["cancelled", "completed", "rejected"]);
    const { counts, items } = await list(cast.doctor, { show: "all" });
    expect(counts).toEqual({ needs_you: 8, at_lab: 8, all: CASE_STATES.length, closed: 3 });
    expect(items).toHaveLength(CASE_STATES.length);
    const turns = Object.fromEntries(items.map(({ state, waitsFor }) => [state, waitsFor]));
    expect(turns).toMatchObject({
      ...{ draft: "you", planning: "lab", sending: "portal", in_treatment: "nobody" },
      ...{ completed: "nobody", on_hold: "nobody" },
    });
    const mine = await countCasesForYou(await world.services(), cast.doctor, { everybody: false });
    expect(mine).toBe(8);
  });

  it("begins with one's own; all are the practice's, and nobody else's", async () => {
    const cast = await makeCaseCast(world);
    const own = await begun(world, cast);
    const theirs = await begun(world, { ...cast, doctor: cast.colleague });
    const stranger = await makeCaseCast(world);
    expect(await ids(cast.doctor)).toEqual([own]);
    expect(await ids(cast.colleague)).toEqual([theirs]);
    const practice = await list(cast.doctor, { whose: "all" });
    expect(practice.items.map(({ id, isMine }) => [id, isMine])).toEqual([
      [theirs, false],
      [own, true],
    ]);
    expect(await ids(stranger.doctor, { whose: "all" })).toEqual([]);
    expect((await list(cast.doctor, { whose: "all" })).counts.all).toBe(2);
  });

  it("shows who it is about, and the upper scan once its still picture is made", async () => {
    const cast = await makeCaseCast(world);
    const caseId = await standing(world, cast);
    const [item] = (await list(cast.doctor)).items;
    expect(item).toMatchObject({
      patient: { id: cast.patientId, name: "Robin Example" },
      practitionerName: "Dr Example",
      labName: "Mine",
    });
    expect(item?.stillOf).toBeNull();
    const practiceId = cast.practice.id;
    const upper = await inPractice(world.db, practiceId, async (tx) => {
      const scans = await tx.caseFile.findMany({ where: { practiceId, caseId, kind: "scan" } });
      const made = {
        practiceId,
        tries: 1,
        claimedUntil: new Date(0),
        bytes: 1,
        width: 1,
        height: 1,
      };
      for (const { uploadId } of scans)
        await tx.scanStill.create({ data: { ...made, uploadId, madeAt: new Date(0) } });
      return scans.find(({ arch }) => arch === "upper")?.uploadId;
    });
    expect((await list(cast.doctor)).items[0]?.stillOf).toBe(upper);
  });

  it("finds a case by name or number in the whole practice, and takes % and _ as they are", async () => {
    const cast = await makeCaseCast(world);
    const of = async (firstName: string, lastName: string) => {
      const patientId = await makePatient(world, cast.practice.id, { firstName, lastName });
      return standing(world, { ...cast, patientId }, { state: "completed" });
    };
    const percent = await of("Ann", "Hundred%");
    const underscore = await of("Under_score", "Berg");
    const plain = await of("Ann", "Berg");
    const found = async (q: string) => (await ids(cast.colleague, { q })).toSorted();
    expect(await found("%")).toEqual([percent]);
    expect(await found("_")).toEqual([underscore]);
    expect(await found("\\")).toEqual([]);
    expect(await found("ann b")).toEqual([plain]);
    expect(await found("BERG")).toEqual([underscore, plain].toSorted());
    expect(await found("-0002")).toEqual([underscore]);
    expect(await found("'; drop table tenant.lab_case; --")).toEqual([]);
  });

  it("finds a name with or without its accents, and nothing by what is in no name", async () => {
    const cast = await makeCaseCast(world);
    await inPractice(world.db, cast.practice.id, (tx) =>
      tx.patient.updateMany({
        where: { id: cast.patientId },
        data: {
          ...{ firstName: "Zoë", lastName: "Łukasz", searchName: "zoe lukasz" },
          preferredName: "Kim",
        },
      }),
    );
    const id = await begun(world, cast);
    for (const q of ["zoe", "Zoë Ł", "LUKASZ zoë", "kim"])
      expect(await ids(cast.colleague, { q }), q).toEqual([id]);
    for (const q of ["a\0b", "'"]) expect(await ids(cast.colleague, { q }), q).toEqual([]);
  });

  it("leads through seventy without gaps and doubles, also where many changed at the same moment", async () => {
    const cast = await makeCaseCast(world);
    const { doctor, patientId, labId } = cast;
    const services = await world.services();
    const made: string[] = [];
    for (let count = 0; count < 70; count += 1) {
      const now = services.now.add({ seconds: Math.floor(count / 40) });
      const one = await createCase({ ...services, now }, doctor, { patientId, labId });
      if (one.ok) made.push(one.value.id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await list(doctor, { cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      pages += 1;
    } while (cursor !== undefined && pages < 9);
    expect(pages).toBe(3);
    expect(seen).toHaveLength(70);
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  it("begins at the top for a cursor that is none", async () => {
    const cast = await makeCaseCast(world);
    const id = await begun(world, cast);
    const none = "01900000-0000-7000-8000-000000000000";
    for (const cursor of ["x", `0000-01-01T00:00:00.000Z_${none}`, `2026-02-30T00:00:00Z_${none}`])
      expect(await ids(cast.doctor, { cursor })).toEqual([id]);
  });
});

describe("R52: what staff see of a case is its parcel", () => {
  it("those on their way to that patient, and nothing clinical", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "shipped", tracking: "DEMO-1" });
    await standing(world, cast, { state: "at_practice" });
    const patientId = await makePatient(world, cast.practice.id);
    await standing(world, { ...cast, patientId }, { state: "shipped" });
    const parcels = await parcelsOf(await world.services(), cast.staff, cast.patientId);
    expect(parcels).toEqual([
      {
        id,
        number: expect.stringMatching(/^PR-/),
        shippedAt: expect.any(String),
        tracking: "DEMO-1",
      },
    ]);
    const stranger = (await makeCaseCast(world)).staff;
    expect(await parcelsOf(await world.services(), stranger, cast.patientId)).toEqual([]);
  });
});

it("S12: another practice's numbers are not there, nor can they be counted up", async () => {
  const cast = await makeCaseCast(world);
  await begun(world, cast);
  const stranger = await makeCaseCast(world);
  const inTheirs = <T>(work: Parameters<typeof inPractice<T>>[2]) =>
    inPractice(world.db, stranger.practice.id, work);
  expect(await inTheirs((tx) => tx.caseNumber.count())).toBe(0);
  const { count } = await inTheirs((tx) =>
    tx.caseNumber.updateMany({ where: { practiceId: cast.practice.id }, data: { last: 99 } }),
  );
  expect(count).toBe(0);
  const data = { practiceId: cast.practice.id, year: 1999, last: 1 };
  await expect(inTheirs((tx) => tx.caseNumber.create({ data }))).rejects.toThrow();
  // A number is never given twice: the count is not forgotten either.
  const gone = inPractice(world.db, cast.practice.id, (tx) => tx.caseNumber.deleteMany());
  await expect(gone).rejects.toThrow();
});
