import { benchId } from "./bench-id";

const STAGES = 60;
/** Changes of both arches; with pauses, extensions and noted days 200 things that happened. */
const WORN = 45;
const INTERVAL_DAYS = 7;
const PAUSES = 5;
const EXTENSIONS = 15;
const NOTED_DAYS = 90;

/** The first patient under treatment: sixty aligners on each arch, the 45th worn now, 200 events behind. */
export function treatmentSql(practice: string): string {
  const id = (...parts: (string | number)[]) => `'${benchId(practice, ...parts)}'::uuid`;
  const [p, patient, plan, series] = [
    `'${benchId(practice)}'::uuid`,
    id("patient", 0),
    id("plan"),
    id("series"),
  ];
  const begin = `(current_date - ${(WORN - 1) * INTERVAL_DAYS + 3})`;
  const columns = "practice_id, id, plan_id";
  return `
insert into tenant.treatment_plan (practice_id, id, patient_id, practitioner_id, starts_on, approved_at, created_at)
  values (${p}, ${plan}, ${patient}, ${id("practitioner", 1)}, ${begin}, app_now() - interval '400 days', app_now() - interval '400 days');
insert into tenant.treatment_series (practice_id, id, plan_id, number, kind) values (${p}, ${series}, ${plan}, 1, 'initial');
insert into tenant.stage (practice_id, id, series_id, arch, number, interval_days, stop_after)
  select ${p}, gen_random_uuid(), ${series}, a::tenant.arch, n, ${INTERVAL_DAYS}, (case when n = 55 then 'visit' else 'none' end)::tenant.stop_kind
  from unnest(array['upper', 'lower']) a, generate_series(1, ${STAGES}) n;
insert into tenant.aligner_change (${columns}, stage_id, patient_id, changed_on, recorded_by_person_id, recorded_at)
  select ${p}, gen_random_uuid(), ${plan}, st.id, ${patient}, ${begin} + (st.number - 1) * ${INTERVAL_DAYS}, ${id("person", 0)},
    app_now() - make_interval(days => ${WORN - 1} * ${INTERVAL_DAYS} + 3 - (st.number - 1) * ${INTERVAL_DAYS})
  from tenant.stage st where st.practice_id = ${p} and st.series_id = ${series} and st.number <= ${WORN};
insert into tenant.plan_pause (${columns}, from_on, until_on, by_person_id, created_at)
  select ${p}, gen_random_uuid(), ${plan}, current_date + 200 + 10 * n, current_date + 202 + 10 * n, ${id("person", 0)}, app_now() - interval '60 days'
  from generate_series(1, ${PAUSES}) n;
insert into tenant.stage_extension (${columns}, stage_id, days, by_person_id, created_at)
  select ${p}, gen_random_uuid(), ${plan}, st.id, 1, ${id("person", 0)}, app_now() - interval '60 days'
  from tenant.stage st where st.practice_id = ${p} and st.series_id = ${series} and st.arch = 'upper' and st.number > ${STAGES - EXTENSIONS};
insert into tenant.wear_log (practice_id, id, patient_id, "on", minutes, recorded_by_person_id, recorded_at)
  select ${p}, gen_random_uuid(), ${patient}, current_date - n, 1260 + n % 90, ${id("person", 0)}, app_now() - make_interval(days => n)
  from generate_series(1, ${NOTED_DAYS}) n;`;
}
