import { readInPractice } from "@/db/read";
import { inPractice } from "@/db/transaction";
import { latinLetters } from "@/domain/access/latin-letters";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { dayIn, type PlanRow } from "./load-facts";
import { planJson } from "./plan-sql";
import type { TreatmentView } from "./schema";
import { isHeldAtStop, isOffTrack } from "./treatment-flags";
import { viewOf } from "./treatment-view";

export const workNeeds = ["answer", "off_track", "stop"] as const;
export type WorkNeed = (typeof workNeeds)[number];

/** One patient in a list of the orthodontist's. */
export interface PatientLine {
  readonly id: string;
  readonly name: string;
  /** Threads that wait for the practice's answer. */
  readonly openThreads: number;
  /** ISO 8601: since when the longest waits. */
  readonly waitingSince: string | null;
  readonly nextVisitAt: string | null;
  readonly orthodontistName: string | null;
  readonly treatment: TreatmentView;
  readonly needs: readonly WorkNeed[];
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly open_threads: number;
  readonly waiting_since: Date | null;
  readonly next_visit_at: Date | null;
  readonly orthodontist_name: string | null;
  readonly plan: PlanRow | null;
}

const MOST_WORK = 300;
export const PATIENTS_PER_PAGE = 40;

/** $1 practice, $2 zone, $3 the orthodontist's person, $4 now. */
const columns = `p.id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as name,
  (select pr.name from tenant.practitioner pr
    where pr.practice_id = p.practice_id and pr.id = p.practitioner_id) as orthodontist_name,
  (select min(a.starts_at) from tenant.appointment a
    where a.practice_id = p.practice_id and a.patient_id = p.id and a.starts_at > $4::timestamptz
      and a.state in ('requested', 'booked', 'confirmed') and a.replaces_appointment_id is null) as next_visit_at,
  ${planJson({ patient: "p.id", approvedOnly: true })} as plan`;

const threads = `select t.patient_id, count(*)::int as open_threads, min(t.last_message_at) as waiting_since
  from tenant.thread t where t.practice_id = $1::uuid and t.state = 'open' and t.last_message_by_patient
  group by t.patient_id`;

/**
 * Own patients with a thread to answer, and those whose present aligner has run its days: whether it is late or waits is
 * then decided by the schedule. Extensions and pauses only make it later, so nobody is missed.
 */
const workRead = {
  name: "doctor-work",
  text: `with mine as (
      select p.* from tenant.patient p
      join tenant.practitioner o on o.practice_id = p.practice_id and o.id = p.practitioner_id
      where p.practice_id = $1::uuid and p.archived_at is null and o.person_id = $3::uuid
    ), latest as (
      select distinct on (c.patient_id, st.arch) c.patient_id, c.changed_on, st.interval_days
      from mine m
      join tenant.treatment_plan tp on tp.practice_id = m.practice_id and tp.patient_id = m.id
        and tp.completed_at is null
      join tenant.aligner_change c on c.practice_id = m.practice_id and c.patient_id = m.id
        and c.plan_id = tp.id and c.undone_at is null
      join tenant.stage st on st.practice_id = c.practice_id and st.id = c.stage_id
      order by c.patient_id, st.arch, c.changed_on desc, c.recorded_at desc
    ), run_out as (
      select distinct patient_id from latest
      where changed_on + interval_days <= ($4::timestamptz at time zone $2)::date
    )
    select coalesce(w.open_threads, 0) as open_threads, w.waiting_since, ${columns}
    from mine p
    left join (${threads}) w on w.patient_id = p.id
    where w.patient_id is not null or p.id in (select patient_id from run_out)
    order by w.waiting_since nulls last, p.last_name, p.first_name, p.id
    limit ${MOST_WORK}`,
};

/** What waits for the orthodontist among their own patients (R52): who waits longest for an answer stands first. */
export async function workList(services: Services, actor: ClinicActor): Promise<PatientLine[]> {
  const rows = await readInPractice<Row>(services.db, actor.practiceId, workRead, [
    actor.practiceId,
    actor.zone,
    actor.personId,
    services.now.toString(),
  ]);
  return rows.map((row) => lineOf(row, actor, services)).filter(({ needs }) => needs.length > 0);
}

/** $5 own patients only, $6 patterns of a search, $7 to $9 the last line before this page. */
const patientsRead = {
  name: "doctor-patients",
  text: `select coalesce(w.open_threads, 0) as open_threads, w.waiting_since, ${columns}
    from tenant.patient p
    left join (${threads}) w on w.patient_id = p.id
    where p.practice_id = $1::uuid and p.archived_at is null
      and (not $5::boolean or exists (select 1 from tenant.practitioner o
        where o.practice_id = p.practice_id and o.id = p.practitioner_id and o.person_id = $3::uuid))
      and p.search_name like all ($6::text[])
      and ($7::text is null or (p.last_name, p.first_name, p.id) > (
        select l.last_name, l.first_name, l.id from tenant.patient l
        where l.practice_id = p.practice_id and l.id = $7::uuid))
    order by p.last_name, p.first_name, p.id
    limit ${PATIENTS_PER_PAGE + 1}`,
};

export interface PatientsWish {
  /** Words of a name; with them every patient of the practice is looked through. */
  readonly query: string;
  /** The last patient of the page before. */
  readonly after: string | null;
}

export interface PatientLines {
  readonly items: readonly PatientLine[];
  readonly next: string | null;
}

/** Own patients by name; with a search, the practice's (R52). */
export async function patientLines(
  services: Services,
  actor: ClinicActor,
  { query, after }: PatientsWish,
): Promise<PatientLines> {
  // A NUL byte is in nobody's name, and PostgreSQL takes none.
  const words = latinLetters(query.replaceAll("\0", " ")).split(/\s+/).filter(Boolean).slice(0, 6);
  const rows = await readInPractice<Row>(services.db, actor.practiceId, patientsRead, [
    actor.practiceId,
    actor.zone,
    actor.personId,
    services.now.toString(),
    words.length === 0,
    words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`),
    after,
  ]);
  const items = rows.slice(0, PATIENTS_PER_PAGE).map((row) => lineOf(row, actor, services));
  if (words.length > 0) await auditSearch(services, actor, items.length);
  const last = items.at(-1);
  return { items, next: rows.length > PATIENTS_PER_PAGE && last ? last.id : null };
}

/** The audit log keeps how many were found, not the words (S19). */
async function auditSearch(services: Services, actor: ClinicActor, found: number): Promise<void> {
  const { practiceId } = actor;
  await inPractice(services.db, practiceId, (tx) =>
    recordAudit(tx, services, auditActor(actor), {
      action: "record.searched",
      practiceId,
      detail: { found },
    }),
  );
}

function lineOf(row: Row, actor: ClinicActor, services: Services): PatientLine {
  const treatment = viewOf(row.plan, dayIn(actor.zone, services.now));
  const needs: WorkNeed[] = [];
  if (row.open_threads > 0) needs.push("answer");
  if (isOffTrack(treatment)) needs.push("off_track");
  if (isHeldAtStop(treatment)) needs.push("stop");
  return {
    id: row.id,
    name: row.name,
    openThreads: row.open_threads,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    nextVisitAt: row.next_visit_at?.toISOString() ?? null,
    orthodontistName: row.orthodontist_name,
    treatment,
    needs,
  };
}
