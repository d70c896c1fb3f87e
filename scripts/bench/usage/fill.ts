import pg from "pg";
import { benchId } from "../bench-id";
import { practiceSql } from "../seed-sql";

export const practiceName = "bench-texts";
export const monthsFilled = 36;
const patients = 20_000;
/** Rows a statement writes. */
const chunk = 500_000;

const patient = `overlay(overlay(md5('${practiceName}/patient/' || n % ${patients}) placing '7' from 13) placing '8' from 17)::uuid`;

/** Texts `from` to `to`, evenly over the months up to now: one of fifty failed, the newest have no price yet. */
function textsSql(from: number, to: number, texts: number): string {
  return `
insert into tenant.delivery (practice_id, id, kind, purpose, state, patient_id, recipient, content, provider_id, segments,
  price_micros, price_currency, tries, next_try_at, created_at, settled_at, sent_at)
select '${benchId(practiceName)}'::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'sms',
  (array['login_code', 'visit_reminder', 'change_day', 'new_message'])[1 + n % 4],
  case when n % 50 = 0 then 'undelivered' else 'delivered' end::tenant.delivery_state, ${patient},
  '+46701740605', '{"values": {}}', 'SM' || n, 1, case when n > 300 then 42000 end, case when n > 300 then 'EUR' end, 1, at, at, at, at
from (select n, app_now() - n * (interval '${monthsFilled} months' / ${texts}) as at from generate_series(${from}, ${to}) n) x`;
}

/** One practice with so many texts, as superuser without triggers; the sums are counted at the end. Answers seconds. */
export async function fillTexts(superuser: string, texts: number): Promise<number> {
  const startedMs = performance.now();
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query(practiceSql(practiceName, { patients, practitioners: 1, daysBehind: 0 }));
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '256MB'; set statement_timeout = 0;`);
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index i
       where indrelid = 'tenant.delivery'::regclass
         and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    for (let from = 1; from <= texts; from += chunk) {
      const to = Math.min(texts, from + chunk - 1);
      await client.query(textsSql(from, to, texts));
      console.log(`  ${to} texts after ${Math.round((performance.now() - startedMs) / 1000)} s`);
    }
    for (const { made } of indexes) await client.query(made);
    await client.query("select tenant.count_texts_again($1)", [benchId(practiceName)]);
    await client.query("vacuum analyze tenant.delivery");
    await client.query("vacuum analyze tenant.text_day");
    return Math.round((performance.now() - startedMs) / 1000);
  } finally {
    await client.end();
  }
}
