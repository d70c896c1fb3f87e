import type { Tx } from "@/db/client";
import type { PortalStatus } from "@/db/generated/enums";
import { toDay } from "@/db/time";
import { formatPhone } from "@/lib/phone";
import type { RecordSearch } from "./read-search";

/** One line of a list of records. */
export interface RecordLine {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly mobile: string | null;
  readonly portalStatus: PortalStatus;
  readonly isArchived: boolean;
  /** May not book online (R9). */
  readonly bookingRestricted: boolean;
}

interface Row {
  id: string;
  first_name: string;
  last_name: string;
  date_of_birth: Date;
  mobile_phone: string | null;
  portal_status: PortalStatus;
  archived_at: Date | null;
  restricted: boolean;
}

/** The records a search finds, best first; names forgive a slip or two (trigrams). */
export async function findPatients(
  tx: Tx,
  practiceId: string,
  search: RecordSearch,
  most: number,
): Promise<RecordLine[]> {
  const { dateOfBirth, digits, email } = search;
  const name = search.words.join(" ");
  const parts = search.words.map((word) => `%${escaped(word)}%`);
  const rows = await tx.$queryRaw<Row[]>`
    select id, first_name, last_name, date_of_birth, mobile_phone, portal_status::text, archived_at,
      booking_restricted_at is not null as restricted
    from tenant.patient
    where practice_id = ${practiceId}::uuid and (
      (${name} <> '' and (search_name like all (${parts}::text[]) or ${name} <% search_name))
      or date_of_birth = ${dateOfBirth}::date
      or lower(email) like ${email === null ? null : `${escaped(email)}%`}
      or ${digits}::text is not null and (mobile_phone like ${`%${digits}%`}
        or home_phone like ${`%${digits}%`} or work_phone like ${`%${digits}%`}))
    order by archived_at is not null, (search_name like all (${parts}::text[])) desc,
      word_similarity(${name}, search_name) desc, last_name, first_name, id
    limit ${most}`;
  return rows.map(lineOf);
}

/** Records by their ids, in the order of the ids. */
export async function patientsById(
  tx: Tx,
  practiceId: string,
  ids: readonly string[],
): Promise<RecordLine[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select id, first_name, last_name, date_of_birth, mobile_phone, portal_status::text, archived_at,
      booking_restricted_at is not null as restricted
    from tenant.patient where practice_id = ${practiceId}::uuid and id = any (${[...ids]}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, lineOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function lineOf(row: Row): RecordLine {
  return {
    id: row.id,
    name: `${row.first_name} ${row.last_name}`,
    dateOfBirth: toDay(row.date_of_birth).toString(),
    mobile: row.mobile_phone && formatPhone(row.mobile_phone),
    portalStatus: row.portal_status,
    isArchived: row.archived_at !== null,
    bookingRestricted: row.restricted,
  };
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
