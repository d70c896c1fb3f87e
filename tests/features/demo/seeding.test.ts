import { createHash } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { diskFiles } from "@/adapters/files/disk";
import { seedDemo } from "../../../prisma/seed/seed-demo";
import { testDatabase } from "../../support/test-database";
import { filesDir, seededDemo, seedOptions } from "./seeded";

const seeded = await seededDemo();

async function tenantTables(): Promise<string[]> {
  const { rows } = await seeded.owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'tenant' and c.column_name = 'practice_id' and t.table_type = 'BASE TABLE'`,
  );
  return rows.map(({ name }) => name);
}

async function counts(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { shortName } of seeded.practices) {
    for (const table of await tenantTables()) {
      const [row] = await seeded.rows<{ n: number }>(
        shortName,
        `select count(*)::int as n from tenant.${table}`,
      );
      found[`${shortName}.${table}`] = row?.n;
    }
  }
  return found;
}

test("S15: the bytes of every upload lie where the application looks, whole", async () => {
  const files = diskFiles({ root: filesDir });
  const uploads = await seeded.rows<{ id: string; sha256: Buffer; kind: string }>(
    "northgate",
    "select id, sha256, kind from tenant.upload",
  );
  expect(uploads.filter(({ kind }) => kind === "photo").length).toBeGreaterThan(5);
  expect(uploads.filter(({ kind }) => kind === "scan").length).toBe(40);
  for (const { id, sha256 } of uploads) {
    const found = await files.get(id);
    if (!found.ok) throw new Error(`${id} is missing`);
    const digest = createHash("sha256");
    for await (const chunk of found.value.content) digest.update(chunk);
    expect(digest.digest("hex")).toBe(sha256.toString("hex"));
  }
});

test("the simulated lab and practice system know the same cases and people", async () => {
  for (const { shortName } of seeded.practices) {
    const cases = await seeded.rows<{ n: number }>(
      shortName,
      `select count(*)::int as n from tenant.lab_case c where lab_case_id is not null and not exists (
         select from lab.lab_case l where l.id = c.lab_case_id::uuid and l.case_number = c.number)`,
    );
    expect(cases).toEqual([{ n: 0 }]);
    const people = await seeded.rows<{ n: number }>(
      shortName,
      `select count(*)::int as n from tenant.patient p where not exists (
         select from pms.record r where r.kind = 'patients' and r.id = p.pms_patient_id::bigint
           and r.body->>'last_name' = p.last_name
           and r.body->>'mobile_phone' is not distinct from p.mobile_phone)`,
    );
    expect(people).toEqual([{ n: 0 }]);
    const visits = await seeded.rows<{ same: boolean }>(
      shortName,
      `select (select count(*) from tenant.appointment) = (select count(*) from pms.record r
         join tenant.appointment a on a.id = (r.body->'metadata'->>'archway_appointment_id')::uuid) as same`,
    );
    expect(visits).toEqual([{ same: true }]);
  }
});

test("R48: each lab's reports are those that the demo's cases went by, a waiting plan among them", async () => {
  for (const { shortName } of seeded.practices) {
    const [events] = await seeded.rows<{ n: number; unknown: number; waiting: number }>(
      shortName,
      `select count(*)::int as n, count(*) filter (where r.id is null)::int as unknown,
         (select count(*)::int from tenant.lab_plan_review p join tenant.lab_case c on c.id = p.case_id
          where p.decision is null and c.state = 'plan_ready' and exists (
            select from lab.report where case_id = c.lab_case_id::uuid
              and plan ->> 'id' = p.lab_plan_id and status = 'plan_ready')) as waiting
       from tenant.case_event e join tenant.lab_case c on c.id = e.case_id
         left join lab.report r on r.id::text = e.lab_event_id
           and r.case_id = c.lab_case_id::uuid and r.at = e.at
       where e.lab_event_id is not null`,
    );
    expect(events).toMatchObject({ unknown: 0 });
    expect(events?.n).toBeGreaterThan(5);
    expect(events?.waiting).toBeGreaterThan(0);
  }
});

test("R42: a visitor finds a login at both labs for every orthodontist of the demo", async () => {
  const { rows } = await seeded.owner.query<{ lab: string; same: boolean }>(
    `select login.lab, bool_and(doctor.id is not null and password = 'demo-lab-password') as same
     from demo.lab_login login left join lab.doctor on doctor.lab_key = login.lab
       and doctor.user_name = login.user_name group by login.lab order by login.lab`,
  );
  expect(rows).toEqual([
    { lab: "alder", same: true },
    { lab: "birch", same: true },
  ]);
});

test("a second seed does nothing", async () => {
  const before = await counts();
  expect(await seedDemo(seedOptions(seeded.database))).toBe(false);
  expect(await counts()).toEqual(before);
});

test("has the people of the demo", async () => {
  const people = async (shortName: string) => {
    const [row] = await seeded.rows<Record<string, number>>(
      shortName,
      `select (select count(*)::int from tenant.patient) as patients,
         (select count(*)::int from tenant.practitioner) as orthodontists,
         (select count(*)::int from tenant.membership where role = 'staff') as staff,
         (select count(*)::int from tenant.membership where role = 'admin') as admins,
         (select count(distinct guardian_person_id)::int from tenant.guardianship where ended_at is null) as guardians`,
    );
    return row;
  };
  expect(await people("northgate")).toEqual({
    patients: 77,
    orthodontists: 3,
    staff: 4,
    admins: 1,
    guardians: 5,
  });
  expect(await people("riverbend")).toEqual({
    patients: 44,
    orthodontists: 2,
    staff: 2,
    admins: 1,
    guardians: 1,
  });
});

test("R10: guardians of two children and of one, one a patient too, one looks only, two still to confirm", async () => {
  const guardians = await seeded.rows<{ children: number; own: boolean }>(
    "northgate",
    `select count(*)::int as children,
       exists (select from tenant.membership m where m.person_id = g.guardian_person_id and m.role = 'patient') as own
     from tenant.guardianship g where ended_at is null group by guardian_person_id`,
  );
  expect(guardians.map(({ children }) => children).sort()).toEqual([1, 1, 2, 2, 2]);
  expect(guardians.filter(({ own }) => own)).toHaveLength(1);
  const [row] = await seeded.rows<Record<string, number>>(
    "northgate",
    `select count(*) filter (where rights = 'view')::int as looking,
       count(*) filter (where birth_date_confirmed_at is null)::int as pending
     from tenant.guardianship where ended_at is null`,
  );
  expect(row).toEqual({ looking: 2, pending: 2 });
});

test("S12: in one practice's context nothing of the other is seen, and nothing without a context", async () => {
  for (const practice of seeded.practices) {
    await seeded.app.query("select set_config('app.practice_id', $1, false)", [practice.id]);
    for (const table of await tenantTables()) {
      const { rows } = await seeded.app.query(
        `select from tenant.${table} where practice_id is distinct from $1 limit 1`,
        [practice.id],
      );
      expect(rows, table).toHaveLength(0);
    }
  }
  await seeded.app.query("select set_config('app.practice_id', '', false)");
  for (const table of await tenantTables()) {
    const { rows } = await seeded.app.query(`select from tenant.${table} limit 1`);
    expect(rows, table).toHaveLength(0);
  }
});

test("every table that the second practice fills, the first fills too", async () => {
  const all = await counts();
  const tables = await tenantTables();
  const lonely = tables.filter((name) => all[`riverbend.${name}`] && !all[`northgate.${name}`]);
  expect(lonely).toEqual([]);
  const neighboured = tables.filter((name) => all[`northgate.${name}`] && all[`riverbend.${name}`]);
  expect(neighboured).toEqual(tables.filter((name) => all[`northgate.${name}`]));
});

test("a seed that fails leaves nothing behind", async () => {
  const database = await testDatabase();
  const unreachable = database.owner.replace(/\/[^/]*$/, "/no_such_database");
  const options = { ...seedOptions(database), simulatorsUrl: unreachable };
  await expect(seedDemo(options)).rejects.toThrow();
  const client = new pg.Client({ connectionString: database.owner });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `select ((select count(*) from identity.practice) + (select count(*) from identity.person)
       + (select count(*) from reference.lab))::int as n`,
  );
  await client.end();
  expect(rows[0]?.n).toBe(0);
});

test("two seeds at once make one demo", async () => {
  const database = await testDatabase();
  const options = seedOptions(database);
  const filled = await Promise.all([seedDemo(options), seedDemo(options)]);
  expect(filled.filter(Boolean)).toHaveLength(1);
});
