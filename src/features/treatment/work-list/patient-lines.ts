import { readInPractice } from "@/db/read";
import { inPractice } from "@/db/transaction";
import { latinLetters } from "@/domain/access/latin-letters";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { dayIn, type PlanRow } from "../load-facts";
import { planJson } from "../plan-sql";
import type { TreatmentView } from "../schema";
import { viewOf } from "../treatment-view";
import type { ListPlace, ListWish } from "./list-wish";
import type { WorkNeed } from "./needs";
import { placeIn, type WorkEntry, workOrder } from "./work-list";

/** One patient in a list of the orthodontist's. */
export interface PatientLine {
  readonly id: string;
  readonly name: string;
  readonly orthodontistName: string | null;
  /** ISO 8601. */
  readonly nextVisitAt: string | null;
  /** The plan is a draft the patient does not see. */
  readonly isDraft: boolean;
  readonly treatment: TreatmentView;
  /** What of them waits, in any list; undefined: nothing. */
  readonly work: WorkEntry | undefined;
  /** What the list is sorted by, for the way back into it. */
  readonly since: string;
}

export interface PatientLines {
  readonly items: readonly PatientLine[];
  /** The last patient of this page where another follows. */
  readonly next: ListPlace | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly next_visit_at: Date | null;
  readonly orthodontist_name: string | null;
  readonly plan: PlanRow | null;
}

export const PATIENTS_PER_PAGE = 40;

/** $1 practice, $2 zone, $3 now. */
const columns = `p.id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as name,
  (select pr.name from tenant.practitioner pr
    where pr.practice_id = p.practice_id and pr.id = p.practitioner_id) as orthodontist_name,
  (select min(a.starts_at) from tenant.appointment a
    where a.practice_id = p.practice_id and a.patient_id = p.id and a.starts_at > $3::timestamptz
      and a.state in ('requested', 'booked', 'confirmed') and a.replaces_appointment_id is null) as next_visit_at,
  ${planJson({ patient: "p.id", approvedOnly: false })} as plan`;

/** $4 the patients' ids. */
const knownRead = {
  name: "doctor-known-patients",
  text: `select ${columns} from tenant.patient p where p.practice_id = $1::uuid and p.id = any($4::uuid[])
    order by array_position($4::uuid[], p.id)`,
};

/** Patients `p` that are listed by name; the SQL of the orthodontist's person, the whole practice, patterns of a search. */
export const listedByName = (person: string, whole: string, patterns: string) =>
  `p.practice_id = $1::uuid and p.archived_at is null
  and (${whole}::boolean or p.practitioner_id in (select o.id from tenant.practitioner o
    where o.practice_id = $1::uuid and o.person_id = ${person}::uuid))
  and p.search_name like all (${patterns}::text[])`;

/** $4 the person, $5 the whole practice, $6 patterns, $7 the last patient of the page before. */
const byNameRead = {
  name: "doctor-patients-by-name",
  text: `select ${columns} from (
      select p.* from tenant.patient p
      where ${listedByName("$4", "$5", "$6")}
        and ($7::uuid is null or (p.last_name, p.first_name, p.id) > (
          select l.last_name, l.first_name, l.id from tenant.patient l
          where l.practice_id = $1::uuid and l.id = $7::uuid))
      order by p.last_name, p.first_name, p.id
      limit ${PATIENTS_PER_PAGE + 1}) p
    order by p.last_name, p.first_name, p.id`,
};

/** One page of a list; `work` is everybody of whom something waits (R52). */
export function patientLines(
  services: Services,
  actor: ClinicActor,
  wish: ListWish,
  at: ListPlace,
  work: readonly WorkEntry[],
): Promise<PatientLines> {
  return wish.show === "all"
    ? linesByName(services, actor, wish, at, work)
    : linesOfWork(services, actor, wish.show, at, work);
}

async function linesOfWork(
  services: Services,
  actor: ClinicActor,
  show: WorkNeed | "needs",
  at: ListPlace,
  work: readonly WorkEntry[],
): Promise<PatientLines> {
  const listed = workOrder(work, show);
  const { index, isListed } = placeIn(listed, { id: at.after, since: at.since });
  const from = isListed ? index + 1 : index;
  const page = listed.slice(from, from + PATIENTS_PER_PAGE);
  const rows = await readInPractice<Row>(services.db, actor.practiceId, knownRead, [
    actor.practiceId,
    actor.zone,
    services.now.toString(),
    page.map(({ entry }) => entry.id),
  ]);
  const items = rows.map((row, i) => ({
    ...lineOf(row, actor, services, work),
    since: page[i]?.since ?? "",
  }));
  const last = page.at(-1);
  const goesOn = from + page.length < listed.length;
  return { items, next: last && goesOn ? { after: last.entry.id, since: last.since } : null };
}

async function linesByName(
  services: Services,
  actor: ClinicActor,
  wish: ListWish,
  { after }: ListPlace,
  work: readonly WorkEntry[],
): Promise<PatientLines> {
  const rows = await readInPractice<Row>(services.db, actor.practiceId, byNameRead, [
    actor.practiceId,
    actor.zone,
    services.now.toString(),
    actor.personId,
    wish.whose === "all",
    searchPatterns(wish.query),
    after,
  ]);
  const items = rows
    .slice(0, PATIENTS_PER_PAGE)
    .map((row) => ({ ...lineOf(row, actor, services, work), since: "" }));
  if (wish.query !== "") await auditSearch(services, actor, items.length);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > PATIENTS_PER_PAGE && last ? { after: last.id, since: "" } : null,
  };
}

/** Patterns that each must be in a name; none: everybody. */
export function searchPatterns(query: string): string[] {
  // A NUL byte is in nobody's name, and PostgreSQL takes none.
  const words = latinLetters(query.replaceAll("\0", " ")).split(/\s+/).filter(Boolean).slice(0, 6);
  return words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
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

function lineOf(row: Row, actor: ClinicActor, services: Services, work: readonly WorkEntry[]) {
  return {
    id: row.id,
    name: row.name,
    nextVisitAt: row.next_visit_at?.toISOString() ?? null,
    orthodontistName: row.orthodontist_name,
    isDraft: row.plan !== null && !row.plan.approved,
    treatment: viewOf(row.plan, dayIn(actor.zone, services.now)),
    work: work.find(({ id }) => id === row.id),
  };
}
