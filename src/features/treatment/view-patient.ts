import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { readInPractice } from "@/db/read";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { noteViewIn } from "@/features/audit/note-view";
import type { Services } from "@/server/services";
import { dayIn, type PlanRow } from "./load-facts";
import { planJson } from "./plan-sql";
import type { TreatmentTimeline, VisitMark } from "./queries";
import { viewOf } from "./treatment-view";
import { visitJson } from "./visit-sql";

/** A thread as the patient's page shows it; its words stay in the inbox. */
export interface ThreadMark {
  readonly id: string;
  readonly subject: string;
  readonly lastMessageAt: string;
  readonly needsAnswer: boolean;
  readonly isClosed: boolean;
  readonly unread: number;
}

/** One patient as those who treat them see them: plan, visits and threads together. */
export interface PatientOverview extends TreatmentTimeline {
  readonly id: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly ageYears: number;
  readonly isArchived: boolean;
  readonly isRegistered: boolean;
  readonly orthodontistName: string | null;
  /** The plan is a draft the patient does not see. */
  readonly isDraft: boolean;
  readonly threads: readonly ThreadMark[];
}

interface TimelineRow {
  readonly plan: PlanRow | null;
  readonly visits: readonly VisitMark[];
}

interface Row extends TimelineRow {
  readonly name: string;
  readonly date_of_birth: string;
  readonly is_archived: boolean;
  readonly is_registered: boolean;
  readonly orthodontist_name: string | null;
  readonly threads: readonly ThreadMark[];
}

/** $1 practice, $2 zone, $3 patient. */
const timeline = `${planJson({ patient: "$3::uuid", approvedOnly: false })} as plan,
  (select coalesce(json_agg(${visitJson} order by a.starts_at), '[]') from tenant.appointment a
    where a.practice_id = $1::uuid and a.patient_id = $3::uuid
      and a.state in ('requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed') and a.replaces_appointment_id is null) as visits`;

const overviewSql = `select coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as name,
    p.date_of_birth::text, p.archived_at is not null as is_archived,
    p.portal_status = 'registered' as is_registered,
    (select pr.name from tenant.practitioner pr
      where pr.practice_id = p.practice_id and pr.id = p.practitioner_id) as orthodontist_name,
    ${timeline},
    (select coalesce(json_agg(json_build_object(
        'id', t.id, 'subject', t.subject, 'lastMessageAt', t.last_message_at,
        'needsAnswer', t.state = 'open' and t.last_message_by_patient, 'isClosed', t.state = 'closed',
        'unread', greatest(0, t.message_count - coalesce(r.read_up_to, 0))
      ) order by t.last_message_at desc), '[]')
      from (select * from tenant.thread t where t.practice_id = $1::uuid and t.patient_id = $3::uuid
        order by t.last_message_at desc limit 5) t
      left join tenant.thread_reader r
        on r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id = $4::uuid) as threads
  from tenant.patient p where p.practice_id = $1::uuid and p.id = $3::uuid`;

const presenceRead = {
  name: "patient-presence",
  text: "select 1 from tenant.patient where practice_id = $1::uuid and id = $2::uuid",
};

/** Whether the practice has such a record; shows nothing of it. */
export async function isPatientHere(
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<boolean> {
  const values = [actor.practiceId, patientId];
  const rows = await readInPractice(services.db, actor.practiceId, presenceRead, values);
  return rows.length > 0;
}

/**
 * Opens a patient of the practice, with plan, visits and threads on one page, and notes the view in the same
 * transaction (R53, S19). Null for no such patient here.
 */
export async function viewPatient(
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<PatientOverview | null> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<Row[]>(
      overviewSql,
      actor.practiceId,
      actor.zone,
      patientId,
      actor.personId,
    );
    if (row === undefined) return null;
    await noteViewIn(tx, services, actor, {
      action: "record.viewed",
      objectKind: "patient",
      objectId: patientId,
      patientId,
    });
    const shown = await withAudit(tx, services, actor, patientId, row);
    const born = Temporal.PlainDate.from(row.date_of_birth);
    const { years } = dayIn(actor.zone, services.now).since(born, { largestUnit: "year" });
    return {
      ...shown,
      id: patientId,
      name: row.name,
      dateOfBirth: row.date_of_birth,
      ageYears: years,
      isArchived: row.is_archived,
      isRegistered: row.is_registered,
      orthodontistName: row.orthodontist_name,
      isDraft: isDraft(row),
      threads: row.threads,
    };
  });
}

/** A patient's plan, timeline and visits for staff, who read them only; a view of a plan is noted (R52, R53). */
export async function viewTreatment(
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<TreatmentTimeline & { readonly isDraft: boolean }> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const [row = { plan: null, visits: [] }] = await tx.$queryRawUnsafe<TimelineRow[]>(
      `select ${timeline}`,
      actor.practiceId,
      actor.zone,
      patientId,
    );
    const shown = await withAudit(tx, services, actor, patientId, row);
    return { ...shown, isDraft: isDraft(row) };
  });
}

/** The plan is one the patient does not see yet. */
const isDraft = ({ plan }: TimelineRow) => plan !== null && !plan.approved;

async function withAudit(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  patientId: string,
  { plan, visits }: TimelineRow,
): Promise<TreatmentTimeline> {
  if (plan !== null) {
    await noteViewIn(tx, services, actor, {
      action: "plan.viewed",
      objectKind: "treatment_plan",
      objectId: plan.id,
      patientId,
    });
  }
  return { treatment: viewOf(plan, dayIn(actor.zone, services.now)), visits };
}
