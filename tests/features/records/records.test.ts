import { beforeAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { deskHome } from "@/features/records/queries";
import { readSearch } from "@/features/records/read-search";
import { searchRecords } from "@/features/records/search-records";
import { viewRecord } from "@/features/records/view-record";
import { makeClinicActor, makePatient } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;
const ids: Record<string, string> = {};

beforeAll(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
  const neighbour = await makePractice(world);
  const people = [
    {
      firstName: "Anna",
      lastName: "Svensson",
      dateOfBirth: "1990-03-09",
      mobilePhone: "+46701740605",
    },
    {
      firstName: "Annika",
      lastName: "Berg",
      dateOfBirth: "1985-11-30",
      email: "annika@example.com",
    },
    { firstName: "Jürgen", lastName: "O'Neill", dateOfBirth: "2009-02-28" },
  ];
  for (const person of people) {
    ids[person.firstName] = await makePatient(world, practice.id, person);
    await makePatient(world, neighbour.id, person);
  }
  await inPractice(world.db, practice.id, async (tx) => {
    await tx.patient.updateMany({
      where: { id: ids.Jürgen ?? "" },
      data: { searchName: "jurgen oneill", workPhone: "+498912345678" },
    });
  });
});

async function found(query: string) {
  const result = await searchRecords(await world.services(), staff, { query });
  return result.ok ? result.value.items.map((item) => item.name) : [];
}

describe("a search at the desk", () => {
  it.each([
    ["svensson", ["Anna Svensson"]],
    ["anna sv", ["Anna Svensson"]],
    ["svensson anna", ["Anna Svensson"]],
    ["svenson", ["Anna Svensson"]],
    ["Jürgen", ["Jürgen O'Neill"]],
    ["o'neill", ["Jürgen O'Neill"]],
    ["9 March 1990", ["Anna Svensson"]],
    ["09.03.1990", ["Anna Svensson"]],
    ["1985-11-30", ["Annika Berg"]],
    ["070-174 06 05", ["Anna Svensson"]],
    ["+49 89 1234", ["Jürgen O'Neill"]],
    ["annika@", ["Annika Berg"]],
    ["%", []],
    ["zzzz", []],
    ["", []],
  ])("%s finds %j of this practice alone", async (query, names) => {
    expect(await found(query)).toEqual(names);
  });

  it("puts whoever is called so before whoever sounds like it", async () => {
    expect((await found("anna"))[0]).toBe("Anna Svensson");
  });

  it("reads a day that does not exist as nobody's birth date", () => {
    expect(readSearch("31.02.1990", "en")).toMatchObject({ dateOfBirth: null, words: [] });
  });
});

it("R53: a search is audited by how many it found, never by its words", async () => {
  await found("svensson");
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { action: "record.searched", actorPersonId: staff.personId },
      orderBy: { at: "desc" },
    }),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows.map((row) => row.detail))).not.toContain("svensson");
});

it("R53, R52: a record opened is in the audit log and first among those opened lately", async () => {
  const services = await world.services();
  const anna = ids.Anna ?? "";
  const view = await viewRecord(services, staff, anna);
  expect(view).toMatchObject({ firstName: "Anna", portalStatus: "none", login: null });
  const { recent } = await deskHome(services, staff);
  expect(recent.map((line) => line.id)).toEqual([anna]);
  const viewed = await inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.count({ where: { action: "record.viewed", patientId: anna } }),
  );
  expect(viewed).toBe(1);
});

it("S12: a record of another practice is missing, and nothing is written", async () => {
  const stranger = await makeClinicActor(world, (await makePractice(world)).id, "staff");
  expect(await viewRecord(await world.services(), stranger, ids.Anna ?? "")).toBeNull();
});
