import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { makePatient } from "../support/people";
import { makePractice, openWorld } from "../support/world";

const world = await openWorld();

it("S12: every tenant table has row-level security, forced, with a policy on its practice", async () => {
  const { rows } = await world.owner.pool.query<{ name: string }>(`
    select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'tenant'
      where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policies p where p.schemaname = 'tenant' and p.tablename = c.relname
          and p.qual like '%current_practice()%'))`);
  expect(rows.map((row) => row.name)).toEqual([]);
});

it("S12: every tenant table leads its key with the practice", async () => {
  const { rows } = await world.owner.pool.query<{ name: string }>(`
    select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'tenant'
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relkind = 'r' and a.attname <> 'practice_id' and c.relname <> 'audit_entry'`);
  expect(rows.map((row) => row.name)).toEqual([]);
});

it("S12: the application owns nothing and cannot step around row-level security", async () => {
  const { rows } = await world.owner.pool.query(
    `select r.rolname, r.rolsuper, r.rolbypassrls,
        exists (select from pg_class c where c.relowner = r.oid) as owns
      from pg_roles r where r.rolname in ('archway_app', 'archway_queue') order by r.rolname`,
  );
  expect(rows).toEqual([
    { rolname: "archway_app", rolsuper: false, rolbypassrls: false, owns: false },
    expect.objectContaining({ rolname: "archway_queue", rolsuper: false, rolbypassrls: false }),
  ]);
});

it("S12: without a practice there are no rows, with one there is no neighbour, for application and owner alike", async () => {
  const [ours, theirs] = [await makePractice(world), await makePractice(world)];
  const patient = await makePatient(world, ours.id);
  await makePatient(world, theirs.id);
  for (const db of [world.db, world.owner]) {
    expect(await db.prisma.patient.count()).toBe(0);
    const seen = await inPractice(db, ours.id, (tx) =>
      tx.patient.findMany({ select: { id: true } }),
    );
    expect(seen).toEqual([{ id: patient }]);
  }
});

it("S12: a row cannot be written into, or moved to, another practice", async () => {
  const [ours, theirs] = [await makePractice(world), await makePractice(world)];
  const patient = await makePatient(world, ours.id);
  const move = inPractice(
    world.db,
    ours.id,
    (tx) =>
      tx.$executeRaw`update tenant.patient set practice_id = ${theirs.id}::uuid where id = ${patient}::uuid`,
  );
  await expect(move).rejects.toThrow();
});

it("S19: the audit log only grows, for the application and for the owner", async () => {
  const practice = await makePractice(world);
  const write = (statement: string) =>
    inPractice(world.db, practice.id, (tx) => tx.$executeRawUnsafe(statement));
  await write(
    `insert into tenant.audit_entry (id, practice_id, at, action) values (gen_random_uuid(), '${practice.id}', app_now(), 'test')`,
  );
  const asOwner = (statement: string) =>
    inPractice(world.owner, practice.id, (tx) => tx.$executeRawUnsafe(statement));
  for (const statement of [
    "update tenant.audit_entry set action = 'other'",
    "delete from tenant.audit_entry",
    "truncate tenant.audit_entry",
  ]) {
    await expect(write(statement)).rejects.toThrow();
    if (!statement.startsWith("truncate")) await asOwner(statement).catch(() => undefined);
    else await expect(asOwner(statement)).rejects.toThrow();
  }
  const kept = await inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({ select: { action: true } }),
  );
  expect(kept).toEqual([{ action: "test" }]);
});
