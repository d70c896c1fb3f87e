/** SQL of an id that says what it is of, in the shape of a UUIDv7: `benchId` makes the same one. */
const uuid = (text: string) =>
  `overlay(overlay(md5(${text}) placing '7' from 13) placing '8' from 17)::uuid`;
const id = (practice: string, kind: string, number = "") =>
  uuid(number === "" ? `'${practice}/${kind}'` : `'${practice}/${kind}/' || ${number}`);
const own = (practice: string) => uuid(`'${practice}'`);

/** How much there is of a practice. */
export interface PracticeSize {
  readonly patients: number;
  /** Each with a chair. */
  readonly practitioners: number;
  /** Days with visits before today; two months ahead are filled always. */
  readonly daysBehind: number;
}

/** A practice with one location, Monday to Saturday 8 to 18 o'clock, its practitioners, chairs and patients. */
export function practiceSql(practice: string, { patients, practitioners }: PracticeSize): string {
  const p = own(practice);
  const each = `generate_series(1, ${practitioners}) n`;
  const location = id(practice, "location");
  return `
insert into identity.practice (id, short_name, name, zone, default_country, allowed_countries, support_phone, support_email, mail_from, sms_daily_cap, created_at)
  values (${p}, '${practice}', 'Bench ${practice}', 'Europe/Berlin', 'DE', '{DE,SE}', '+442079460000', 'help@example.com', 'portal@example.com', 100000, app_now());
insert into tenant.practice_settings (practice_id, updated_at) values (${p}, app_now());
insert into tenant.location (practice_id, id, name, address_line1, town, postcode) values (${p}, ${location}, 'Main', '1 Example Street', 'Exampleton', '12345');
insert into tenant.opening_hours (practice_id, id, location_id, weekday, opens_minute, closes_minute)
  select ${p}, gen_random_uuid(), ${location}, d, 480, 1080 from generate_series(1, 6) d;
insert into tenant.chair (practice_id, id, location_id, name)
  select ${p}, ${id(practice, "chair", "n")}, ${location}, 'Chair ' || n from ${each};
insert into tenant.practitioner (practice_id, id, name) select ${p}, ${id(practice, "practitioner", "n")}, 'Dr Bench ' || n from ${each};
insert into tenant.practitioner_hours (practice_id, id, practitioner_id, location_id, weekday, opens_minute, closes_minute)
  select ${p}, gen_random_uuid(), ${id(practice, "practitioner", "n")}, ${location}, d, 480, 1080 from ${each}, generate_series(1, 6) d;
insert into tenant.visit_type (practice_id, id, name, minutes) values (${p}, ${id(practice, "visit-type")}, 'Check', 30);
insert into tenant.visit_type_practitioner (practice_id, visit_type_id, practitioner_id)
  select ${p}, ${id(practice, "visit-type")}, ${id(practice, "practitioner", "n")} from ${each};
insert into tenant.patient (practice_id, id, first_name, last_name, search_name, date_of_birth, practitioner_id, created_at, updated_at)
  select ${p}, ${id(practice, "patient", "n")}, 'Bench', 'Patient ' || n, 'bench patient ' || n, date '1980-01-01' + n % 12000,
    ${id(practice, "practitioner", `(1 + n % ${practitioners})`)}, app_now(), app_now() from generate_series(0, ${patients - 1}) n;`;
}

/** Visits behind and two months ahead: six of ten half hours are booked. */
export function visitsSql(
  practice: string,
  { patients, practitioners, daysBehind }: PracticeSize,
): string {
  // The first of a hundred have none: they book.
  const whose = `(${patients} / 100 + (n * 7919 + s * 31 + (d::date - current_date) * 17 + 1000000) % (${patients} * 19 / 20))`;
  const start = "((d::date + make_interval(mins => 480 + 30 * s)) at time zone 'Europe/Berlin')";
  return `
insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, chair_id, location_id, state,
    starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at, chair_busy_until_at, created_at, updated_at)
  select ${own(practice)}, gen_random_uuid(), ${id(practice, "patient", whose)},
    ${id(practice, "visit-type")}, ${id(practice, "practitioner", "n")}, ${id(practice, "chair", "n")}, ${id(practice, "location")},
    (case when d < current_date then 'completed' else 'booked' end)::tenant.appointment_state,
    t, t + interval '30 minutes', t, t + interval '30 minutes', t, t + interval '30 minutes', app_now(), app_now()
  from generate_series(current_date - ${daysBehind}, current_date + 62, interval '1 day') d,
    generate_series(1, ${practitioners}) n, generate_series(0, 19) s,
    lateral (select ${start} as t) as starts
  where extract(isodow from d) <> 7 and (s * 7 + n * 3 + extract(doy from d)::int) % 10 < 6;
update tenant.appointment set patient_id = ${id(practice, "patient", "0")} where (practice_id, id) in (
  select practice_id, id from tenant.appointment where practice_id = ${own(practice)} and starts_at > app_now() + interval '2 days' order by starts_at limit 4);`;
}

/** Threads of five messages for 10,000 patients, and one of fifty. */
export function threadSql(practice: string): string {
  const p = own(practice);
  const thread = (n: string) => id(practice, "thread", n);
  return `
insert into tenant.thread (practice_id, id, patient_id, subject, last_message_at, message_count, created_at, created_by_person_id)
  select ${p}, ${thread("n")}, ${id(practice, "patient", "n")}, 'A question', app_now(), case when n = 0 then 50 else 5 end, app_now(), ${id(practice, "author")}
  from generate_series(0, 9999) n;
insert into tenant.message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at)
  select ${p}, gen_random_uuid(), ${thread("n")}, m, ${id(practice, "author")}, case when m % 2 = 0 then 'patient' else 'orthodontist' end::identity.role,
    'Bench Author', 'A message of an ordinary length, as people write them when they ask about their tray. Number ' || m, app_now() - make_interval(hours => 60 - m)
  from generate_series(0, 9999) n, generate_series(1, case when n = 0 then 50 else 5 end) m;`;
}
