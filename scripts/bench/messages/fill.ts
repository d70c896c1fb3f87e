import pg from "pg";
import { benchId } from "../bench-id";

/** Threads of fifty that are asked for, a few for each of the patients who read. */
export const threadsPerReader = 12;
const perThread = 50;
/** Rows a statement writes: a progress line every few seconds. */
const chunk = 1_000_000;

export interface Filled {
  readonly messages: number;
  readonly seconds: number;
  readonly gigabytes: number;
}

const uuid = (text: string) =>
  `overlay(overlay(md5(${text}) placing '7' from 13) placing '8' from 17)::uuid`;

const body = `'A message of an ordinary length, as people write them when they ask about their tray. '
  || substr(md5(t::text || m::text), 1, 12) || ' ' || m`;

/** Threads `from` to `to` of fifty messages each; the first ones are the readers' own. */
function threadsSql(from: number, to: number, readers: number): string {
  const p = `'${benchId("bench-a")}'::uuid`;
  const thread = uuid("'bench-a/long-thread/' || t");
  const patient = uuid(
    `'bench-a/patient/' || case when t < ${readers * threadsPerReader} then t % ${readers} else ${readers} + t % ${20_000 - readers} end`,
  );
  const author = uuid("'bench-a/person/' || t % 4000");
  return `
insert into tenant.thread (practice_id, id, patient_id, subject, state, with_staff, last_message_at, last_message_by_patient, message_count, created_at, created_by_person_id)
  select ${p}, ${thread}, ${patient}, 'Tray ' || t, 'waiting', true, app_now() - make_interval(mins => t % 500000), false, ${perThread}, app_now(), ${author}
  from generate_series(${from}, ${to}) t;
insert into tenant.message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at)
  select ${p}, gen_random_uuid(), ${thread}, m, ${author}, 'patient', 'Bench Author', ${body}, app_now() - make_interval(mins => t % 500000 + ${perThread} - m)
  from generate_series(${from}, ${to}) t, generate_series(1, ${perThread}) m;`;
}

/**
 * Fills threads of fifty until there are so many messages, as superuser without checks; the indexes are made afterwards,
 * each once over the whole table. Says how far it is, how long it took and how much disk it needs.
 */
export async function fillMessages(
  superuser: string,
  { messages, readers }: { readonly messages: number; readonly readers: number },
): Promise<Filled> {
  const startedMs = performance.now();
  const seconds = () => Math.round((performance.now() - startedMs) / 1000);
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set statement_timeout = 0; set max_parallel_maintenance_workers = 2;`);
    const again = await takeIndexesAway(client);
    const threads = Math.ceil(messages / perThread);
    const step = chunk / perThread;
    for (let from = 0; from < threads; from += step) {
      const to = Math.min(threads, from + step) - 1;
      await client.query(threadsSql(from, to, readers));
      if (threads > step) console.log(`  ${(to + 1) * perThread} messages after ${seconds()} s`);
    }
    for (const statement of again) await client.query(statement);
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ bytes: string }>(
      "select pg_database_size(current_database()) as bytes",
    );
    const gigabytes = Number(rows[0]?.bytes ?? 0) / 1e9;
    return { messages: threads * perThread, seconds: seconds(), gigabytes };
  } finally {
    await client.end();
  }
}

/** Takes constraints and indexes of both tables away; answers the statements that make them again. */
async function takeIndexesAway(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ name: string; held: string; made: string }>(
    `select conname as name, conrelid::regclass::text as held, pg_get_constraintdef(oid) as made
     from pg_constraint where conrelid = 'tenant.message'::regclass and contype in ('p', 'u')`,
  );
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index i
     where indrelid = 'tenant.message'::regclass
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  );
  for (const { name, held } of keys)
    await client.query(`alter table ${held} drop constraint "${name}" cascade`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return [
    ...keys.map(({ name, held, made }) => `alter table ${held} add constraint "${name}" ${made}`),
    ...indexes.map(({ made }) => made),
  ];
}
