import { beforeAll, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { countAudit } from "@/features/audit/count-audit";
import { inChain } from "@/features/audit/in-chain";
import { recordAudit } from "@/features/audit/record-audit";
import { readFilters } from "@/features/audit/schema";
import { searchAudit } from "@/features/audit/search-audit";
import { makeClinicActor, makePatient } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { hostileTexts } from "../bad-input/samples";

const world = await openWorld({ limits: "default" });
const practice = await makePractice(world, "America/New_York");
const neighbour = await makePractice(world);
let admin: ClinicActor;
let patientId: string;

const entry = async (
  practiceId: string,
  name: string,
  facts: Partial<Parameters<typeof recordAudit>[3]> & { address?: string } = {},
) => {
  const { address = "192.0.2.1", ...rest } = facts;
  const services = await world.services({ address });
  await inPractice(world.db, practiceId, (tx) =>
    recordAudit(tx, services, { name }, { action: "record.viewed", practiceId, ...rest }),
  );
};

const found = async (search: Record<string, string>) => {
  const { items } = await searchAudit(
    await world.services(),
    admin,
    readFilters(search).filters,
    undefined,
  );
  return items
    .filter(({ action }) => action !== "audit.searched")
    .map(({ personName }) => personName);
};

beforeAll(async () => {
  admin = await makeClinicActor(world, practice.id, "admin");
  patientId = await makePatient(world, practice.id, { firstName: "Asa", lastName: "Oberg" });
  await entry(practice.id, "Viewer 100%", { patientId });
  await entry(practice.id, "Sender", {
    action: "message.sent",
    objectKind: "message",
    objectId: patientId,
  });
  await entry(practice.id, "Stranger", { action: "login.password_failed", address: "2001:db8::7" });
  await entry(neighbour.id, "Neighbour");
});

describe("R53: the practice's audit log", () => {
  it("R53, S12: shows one's own practice alone, newest first", async () => {
    expect(await found({})).toEqual(["Stranger", "Sender", "Viewer 100%"]);
  });

  it.each([
    ["a part of a name", { person: "viewer" }, ["Viewer 100%"]],
    ["a sign that means something to LIKE", { person: "100%" }, ["Viewer 100%"]],
    ["such a sign alone", { person: "_" }, []],
    ["a patient's name, without accents", { patient: "Öberg ÅSA" }, ["Viewer 100%"]],
    ["a kind of action", { action: "failure" }, ["Stranger"]],
    ["one action", { action: "message.sent" }, ["Sender"]],
    ["the beginning of an address", { address: "2001:db8" }, ["Stranger"]],
    ["a kind of object", { object: "Message" }, ["Sender"]],
    ["two at once", { person: "sender", action: "view" }, []],
    [
      "what cannot be read, which counts as left out",
      { from: "yesterday", action: "'; --", person: "\0" },
      ["Stranger", "Sender", "Viewer 100%"],
    ],
  ])("R53: finds by %s", async (_, search, names) => {
    expect(await found(search)).toEqual(names);
  });

  it("R53: finds by ids of patient, person and object", async () => {
    expect(await found({ patient: patientId })).toEqual(["Viewer 100%"]);
    expect(await found({ object: patientId })).toEqual(["Sender"]);
    expect(await found({ person: admin.personId })).toEqual([]);
  });

  it("R53: days are the practice's, both included", async () => {
    const today = (await world.services()).now.toZonedDateTimeISO(practice.zone).toPlainDate();
    const day = (offset: number) => today.add({ days: offset }).toString();
    expect(await found({ from: day(0), until: day(0) })).toHaveLength(3);
    expect(await found({ from: day(1) })).toEqual([]);
    expect(await found({ until: day(-1) })).toEqual([]);
    const elsewhere = await makePractice(world, "Pacific/Kiritimati");
    const theirs = await makeClinicActor(world, elsewhere.id, "admin");
    await inChain(
      world.db,
      elsewhere.id,
      (tx) => tx.$executeRaw`
      insert into tenant.audit_entry (id, practice_id, at, action, actor_name)
      values (gen_random_uuid(), ${elsewhere.id}::uuid, '2026-03-01T09:59:59.999Z', 'logout', 'Late'),
        (gen_random_uuid(), ${elsewhere.id}::uuid, '2026-03-01T10:00:00Z', 'logout', 'Early')`,
    );
    const { items } = await searchAudit(
      await world.services(),
      theirs,
      { from: "2026-03-02", until: "2026-03-02" },
      undefined,
    );
    expect(items.map(({ personName }) => personName)).toEqual(["Early"]);
  });

  it("R53: a page follows the other without leaving out or repeating a row, also of one moment", async () => {
    const full = await makePractice(world);
    const theirs = await makeClinicActor(world, full.id, "admin");
    await inChain(
      world.db,
      full.id,
      (tx) => tx.$executeRaw`
      insert into tenant.audit_entry (id, practice_id, at, action, actor_name)
      select gen_random_uuid(), ${full.id}::uuid, '2026-03-01T10:00:00Z', 'logout', 'Row ' || n from generate_series(1, 120) n`,
    );
    const names: (string | null)[] = [];
    for (let before: string | undefined; ; ) {
      const page = await searchAudit(await world.services(), theirs, { action: "logout" }, before);
      names.push(...page.items.map(({ personName }) => personName));
      if (page.next === null) break;
      before = page.next;
    }
    expect(names).toHaveLength(120);
    expect(new Set(names).size).toBe(120);
  });

  it.each([
    "x",
    "2026-02-30T10:00:00Z_01a20420-3611-711c-83d3-a174f7798c84",
    "2026-13-01T10:00:00Z_01a20420-3611-711c-83d3-a174f7798c84",
    "2026-02-01T10:00:00Z_no-id",
    "\0",
  ])("R53: a cursor nobody gave (%j) shows the first page", async (before) => {
    const { items } = await searchAudit(await world.services(), admin, {}, before);
    expect(items.length).toBeGreaterThan(2);
  });

  it.each(["0000-01-01", "9999-12-31", "2026-02-30", "20260101"])(
    "R53: %s is no day to search by",
    (day) => {
      expect(readFilters({ from: day, until: day, person: "Sender" })).toEqual({
        filters: { person: "Sender" },
        wrong: { from: "day", until: "day" },
      });
    },
  );

  it("R53: tells what it cannot search by, and a last day before the first", () => {
    const days = { from: "2026-03-02", until: "2026-03-01" };
    expect(readFilters({ ...days, action: "no.such" })).toEqual({
      filters: days,
      wrong: { until: "order", action: "value" },
    });
    expect(readFilters({ from: "", until: "" })).toEqual({ filters: {}, wrong: {} });
  });

  it.each(Object.entries(hostileTexts))(
    "S20: the page survives %s in its address",
    async (_, text) => {
      const names = ["person", "patient", "action", "from", "until", "address", "object"];
      const services = await world.services();
      for (const name of names)
        await searchAudit(services, admin, readFilters({ [name]: text }).filters, text);
    },
  );

  it("S19: looking at the log is itself noted, once while one keeps looking", async () => {
    const curious = await makeClinicActor(world, practice.id, "admin");
    for (let i = 0; i < 3; i += 1)
      await searchAudit(await world.services(), curious, { person: "x" }, undefined);
    const rows = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { actorPersonId: curious.personId },
        select: { action: true, detail: true },
      }),
    );
    expect(rows).toEqual([{ action: "audit.searched", detail: { by: ["person"] } }]);
  });
});

it("R53: the page says how many rows fit, of one's own practice alone", async () => {
  const services = await world.services();
  expect(await countAudit(services, admin, { person: "sender" })).toBe(1);
  expect(await countAudit(services, admin, { person: "neighbour" })).toBe(0);
});

it("R53: the newest page of a practice with many rows comes from an index", async () => {
  const big = await makePractice(world);
  await inChain(
    world.db,
    big.id,
    (tx) => tx.$executeRaw`
    insert into tenant.audit_entry (id, practice_id, at, action, actor_name)
    select gen_random_uuid(), ${big.id}::uuid, app_now() - n * interval '1 minute', 'record.viewed', 'P' from generate_series(1, 10000) n`,
  );
  await world.owner.pool.query("analyze tenant.audit_entry");
  const plan = await inChain(
    world.db,
    big.id,
    (tx) => tx.$queryRaw<{ "QUERY PLAN": string }[]>`
    explain select id from tenant.audit_entry where practice_id = ${big.id}::uuid order by at desc, id desc limit 51`,
  );
  const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(text).toContain("audit_entry_practice_id_at_idx");
  expect(text).not.toContain("Seq Scan");
});
