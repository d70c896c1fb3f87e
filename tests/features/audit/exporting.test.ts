import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/audit/export/route";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { csvCell } from "@/features/audit/csv";
import { exportAudit } from "@/features/audit/export-audit";
import { exportPages, rowsAtOnce } from "@/features/audit/export-pages";
import { exportStream } from "@/features/audit/export-stream";
import { inChain } from "@/features/audit/in-chain";
import { recordAudit } from "@/features/audit/record-audit";
import { auditExportRequest } from "@/features/audit/schema";
import { searchAudit } from "@/features/audit/search-audit";
import { makeClinicActor, makePerson, makeSession } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";

const world = await openWorld({ limits: "default" });
let practice: PracticeMade;
let admin: ClinicActor;

beforeAll(async () => {
  practice = await makePractice(world, "America/New_York");
  admin = await makeClinicActor(world, practice.id, "admin");
  const neighbour = await makePractice(world);
  await write(practice.id, "Sender", "message.sent");
  await write(practice.id, "Viewer", "record.viewed");
  await write(neighbour.id, "Neighbour", "record.viewed");
});

async function write(practiceId: string, name: string, action: "message.sent" | "record.viewed") {
  const services = await world.services();
  await inPractice(world.db, practiceId, (tx) =>
    recordAudit(tx, services, { name }, { action, practiceId }),
  );
}

/** A practice with so many rows, each a different one, many of one moment. */
async function many(count: number) {
  const { id } = await makePractice(world);
  await inChain(
    world.db,
    id,
    (tx) => tx.$executeRaw`
    insert into tenant.audit_entry (id, practice_id, at, action, actor_name)
    select gen_random_uuid(), ${id}::uuid, '2026-03-01T10:00:00Z'::timestamptz + (n / 7) * interval '1 second',
      'logout', 'Row ' || n from generate_series(1, ${count}::int) n`,
  );
  return makeClinicActor(world, id, "admin");
}

async function exported(wish: Record<string, unknown>, actor = admin) {
  const made = await exportAudit(await world.services(), actor, auditExportRequest.parse(wish));
  if (!made.ok) throw new Error(made.reason);
  return { rows: made.value.rows, text: await new Response(made.value.stream).text() };
}

describe("R53: the export of the log", () => {
  it("S19: holds the filtered rows as CSV or JSON, says how many, and is itself noted", async () => {
    const csv = await exported({ format: "csv", person: "sender" });
    const json = await exported({ format: "json", person: "sender" });
    expect([csv.rows, json.rows]).toEqual([1, 1]);
    expect(csv.text.split("\r\n")).toHaveLength(3);
    expect(csv.text).toContain("message.sent,Sender");
    expect(JSON.parse(json.text)).toMatchObject({
      zone: "America/New_York",
      rows: [{ personName: "Sender" }],
    });
    const services = await world.services();
    const { items } = await searchAudit(services, admin, { action: "audit.exported" }, undefined);
    expect(items.map(({ detail }) => Object.fromEntries(detail))).toMatchObject([
      { format: "json", rows: "1", by: '["person"]' },
      { format: "csv", rows: "1", by: '["person"]' },
    ]);
  });

  it("R53: no row, and no neighbour's row", async () => {
    expect(JSON.parse((await exported({ format: "json", person: "nobody" })).text).rows).toEqual(
      [],
    );
    expect((await exported({ format: "json" })).text).not.toContain("Neighbour");
  });

  it("R53: is complete, however long: every row once, over many pages and many rows of one moment", {
    timeout: 120_000,
  }, async () => {
    const count = 51_003;
    const theirs = await many(count);
    const { rows, text } = await exported({ format: "csv", action: "logout" }, theirs);
    const names = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[2]);
    expect(rows).toBe(count);
    expect(names).toHaveLength(count);
    expect(new Set(names).size).toBe(count);
    expect(names[0]).toMatch(/^Row 5100[0-3]$/);
  });

  it("R53: shows the log as it was when the export began, whatever is written while it is read", async () => {
    const count = rowsAtOnce * 3;
    const theirs = await many(count);
    const wish = auditExportRequest.parse({ format: "json", action: "logout" });
    const made = await exportAudit(await world.services(), theirs, wish);
    if (!made.ok) throw new Error(made.reason);
    await inChain(
      world.db,
      theirs.practiceId,
      (tx) => tx.$executeRaw`
      insert into tenant.audit_entry (id, practice_id, at, action, actor_name)
      select gen_random_uuid(), ${theirs.practiceId}::uuid, '2026-03-01T10:00:00Z', 'logout', 'Later'
      from generate_series(1, 50)`,
    );
    const text = await new Response(made.value.stream).text();
    expect(JSON.parse(text).rows).toHaveLength(count);
    expect(text).not.toContain("Later");
  });

  it("R53: who leaves in the middle gives the place back", async () => {
    const theirs = await many(rowsAtOnce * 5);
    const wish = auditExportRequest.parse({ format: "csv" });
    const begin = async () => exportAudit(await world.services(), theirs, wish);
    const open = [await begin(), await begin()];
    expect(await begin()).toMatchObject({ ok: false, reason: "too_many_exports" });
    for (const one of open) if (one.ok) await one.value.stream.cancel();
    const again = () => exported({ format: "csv" }, theirs).catch(() => null);
    // Twenty an hour are allowed: fewer tries than that, over longer than a busy machine takes.
    const patience = { interval: 600, timeout: 9_000 };
    await expect.poll(async () => (await again())?.rows, patience).toBeGreaterThan(0);
  });

  it("S11: more than twenty files an hour are refused", async () => {
    const busy = await makeClinicActor(world, practice.id, "admin");
    for (let i = 0; i < 20; i += 1) await exported({ format: "csv", person: "nobody" }, busy);
    await expect(exported({ format: "csv" }, busy)).rejects.toThrow("too_many_requests");
  });
});

describe("R53: what an export holds in memory", () => {
  it("R53: rows come in pages and no page is longer than its measure", async () => {
    const theirs = await many(1_050);
    const lengths = await inPractice(world.db, theirs.practiceId, async (tx) => {
      const found: number[] = [];
      for await (const page of exportPages(tx, { practiceId: theirs.practiceId }, 100))
        found.push(page.length);
      return found;
    });
    expect(Math.max(...lengths)).toBe(100);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1_050);
  });

  it("R53: nothing is read ahead of who takes it", async () => {
    let taken = 0;
    async function* texts() {
      for (; taken < 1_000; taken += 1) yield `${taken}\n`;
    }
    const { stream, fill } = exportStream();
    const filled = fill(texts());
    const reader = stream.getReader();
    for (let chunk = 1; chunk <= 10; chunk += 1) {
      await reader.read();
      expect(taken).toBeLessThanOrEqual(chunk + 2);
    }
    await reader.cancel();
    await expect(filled).rejects.toBeUndefined();
  });

  it("R53: a file that breaks off is an error for who reads it, not a short file", async () => {
    async function* texts() {
      yield "one\n";
      throw new Error("the database went away");
    }
    const { stream, fill, breakOff } = exportStream();
    fill(texts()).catch(breakOff);
    await expect(new Response(stream).text()).rejects.toThrow("the database went away");
  });
});

it("S11, R53: the route streams the file to an admin with a fresh factor, and asks others for it first", async () => {
  Object.assign(globalThis, { archwayRuntime: world.runtime });
  const person = await makePerson(world, practice.id, { role: "admin" });
  const token = await makeSession(world, practice.id, person, "admin");
  const ask = () =>
    POST(
      new Request("http://localhost:3000/api/audit/export?format=csv&person=sender", {
        method: "POST",
        headers: { origin: "http://localhost:3000", cookie: `archway-session=${token}` },
      }),
      { params: Promise.resolve({}) },
    );
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-rows")).toBe("1");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="audit-.*\.csv"$/,
  );
  expect(answer.headers.get("content-length")).toBeNull();
  expect(await answer.text()).toContain("Sender");
  await world.db.prisma.session.updateMany({
    where: { loginId: person.loginId },
    data: { factorAt: new Date(0) },
  });
  expect((await ask()).status).toBe(403);
});

describe("R53: cells", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])(
    "R53: %j in a cell is text, not a formula",
    (text) => {
      expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it("R53: quotes, commas and lines stay in their cell", () => {
    expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
    expect(csvCell("plain")).toBe("plain");
  });
});
