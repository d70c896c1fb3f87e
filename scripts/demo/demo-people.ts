import { mobileVerdict, parsePhone } from "@/lib/phone";
import { readEachPractice } from "./demo-tool";

export interface UnregisteredPerson {
  readonly practice: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly email: string | null;
  /** What the person would type: the number of the record, whatever field it stands in. */
  readonly mobile: string | null;
  readonly note: string;
}

interface RecordRow {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string;
  readonly email: string | null;
  readonly mobilePhone: string | null;
  readonly homePhone: string | null;
  readonly workPhone: string | null;
  readonly isArchived: boolean;
  readonly isRestricted: boolean;
  readonly isChild: boolean;
  readonly hasGuardian: boolean;
  readonly hasLink: boolean;
  readonly twins: number;
  readonly twinsWithPostcode: number;
  readonly sameEmail: number;
  readonly sameMobile: number;
}

// Counted over the whole list: a number is shared with a registered relative as well.
const question = `
  select p.first_name as "firstName", p.last_name as "lastName", p.date_of_birth::text as "dateOfBirth",
    p.email, p.mobile_phone as "mobilePhone", p.home_phone as "homePhone", p.work_phone as "workPhone",
    p.archived_at is not null as "isArchived", p.booking_restricted_at is not null as "isRestricted",
    p.date_of_birth > $1::date - make_interval(years => s.own_login_from_age) as "isChild",
    exists (select from tenant.guardianship g where g.patient_id = p.id and g.ended_at is null) as "hasGuardian",
    exists (select from tenant.login_link k where k.patient_id = p.id and k.used_at is null
      and k.replaced_at is null and k.expires_at > public.app_now()) as "hasLink",
    (select count(*)::int from tenant.patient o where o.id <> p.id and o.search_name = p.search_name
      and o.date_of_birth = p.date_of_birth and o.email = p.email and o.mobile_phone = p.mobile_phone) as twins,
    (select count(*)::int from tenant.patient o where o.id <> p.id and o.search_name = p.search_name
      and o.date_of_birth = p.date_of_birth and o.email = p.email and o.mobile_phone = p.mobile_phone
      and o.postcode = p.postcode) as "twinsWithPostcode",
    (select count(*)::int from tenant.patient o where o.id <> p.id and lower(o.email) = lower(p.email)) as "sameEmail",
    (select count(*)::int from tenant.patient o where o.id <> p.id and o.mobile_phone = p.mobile_phone) as "sameMobile"
  from tenant.patient p
  cross join tenant.practice_settings s
  left join identity.login l on l.id = p.login_id
  where coalesce(l.status::text, 'issued') = 'issued'
  order by nullif(p.pms_patient_id, '')::bigint nulls last`;

/** People on the practices' lists without a login, each with what is special about the record now. */
export function unregisteredPeople(ownerUrl: string): Promise<UnregisteredPerson[]> {
  return readEachPractice(ownerUrl, async (client, { shortName, zone }) => {
    const today = await client.query<{ today: string }>(
      "select (public.app_now() at time zone $1)::date::text as today",
      [zone],
    );
    const { rows } = await client.query<RecordRow>(question, [today.rows[0]?.today]);
    return rows.map((row) => ({
      practice: shortName,
      firstName: row.firstName,
      lastName: row.lastName,
      dateOfBirth: row.dateOfBirth,
      email: row.email,
      mobile: row.mobilePhone ?? row.workPhone ?? row.homePhone,
      note: noteOf(row),
    }));
  });
}

function noteOf(row: RecordRow): string {
  if (row.isArchived) return "archived";
  if (row.isChild) return row.hasGuardian ? "child with guardian" : "guardian-to-be child";
  if (row.twinsWithPostcode > 0) return "two matching records, same postcode";
  if (row.twins > 0) return "two matching records";
  if (row.mobilePhone === null) {
    if (row.workPhone !== null) return "number in work field";
    return row.homePhone === null ? "no number" : "number in home field";
  }
  const type = typeOf(row.mobilePhone);
  if (type === "refused") return "landline";
  if (type === "needs-proof") return "number of an open type";
  if (row.sameEmail > 0) return "shared e-mail";
  if (row.sameMobile > 0) return "shared mobile";
  if (row.isRestricted) return "booking restricted";
  if (row.hasLink) return "login link sent";
  return /[^\p{ASCII}]/u.test(row.firstName + row.lastName) ? "accented name" : "plain";
}

function typeOf(e164: string) {
  const phone = parsePhone(e164, "GB", []);
  return phone.ok ? mobileVerdict(phone.value.type) : "refused";
}
