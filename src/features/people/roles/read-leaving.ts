import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

export interface LeavingPerson {
  readonly personId: string;
}

export interface VisitAhead {
  readonly id: string;
  readonly startsAt: string;
  readonly patientId: string;
  readonly patientName: string;
}

/** What hangs on somebody at the practice now. The first three are an orthodontist's alone. */
export interface Leaving {
  readonly patients: number;
  readonly casesOpen: number;
  readonly connections: number;
  readonly visits: number;
  /** The next ones, ten at most. */
  readonly nextVisits: readonly VisitAhead[];
  readonly threads: number;
  readonly templates: number;
}

const SHOWN = 10;

/** What somebody leaves behind when they stop being an orthodontist, or leave (R52). */
export async function readLeaving(
  tx: Tx,
  services: Pick<Services, "now">,
  practiceId: string,
  { personId }: LeavingPerson,
): Promise<Leaving> {
  const now = fromInstant(services.now);
  const [counts] = await tx.$queryRaw<Omit<Leaving, "nextVisits">[]>`
    with own as (select id from tenant.practitioner where practice_id = ${practiceId}::uuid and person_id = ${personId}::uuid)
    select
      (select count(*)::int from tenant.patient p where p.practice_id = ${practiceId}::uuid and p.archived_at is null
        and p.practitioner_id in (select id from own)) as patients,
      (select count(*)::int from tenant.lab_case c where c.practice_id = ${practiceId}::uuid
        and c.practitioner_id in (select id from own) and c.state not in ('completed', 'cancelled')) as "casesOpen",
      (select count(*)::int from tenant.lab_connection c where c.practice_id = ${practiceId}::uuid
        and c.practitioner_id in (select id from own) and c.disabled_at is null) as connections,
      (select count(*)::int from tenant.appointment a where a.practice_id = ${practiceId}::uuid and a.starts_at > ${now}
        and a.practitioner_id in (select id from own) and a.state in ('requested', 'booked', 'confirmed')) as visits,
      (select count(*)::int from tenant.thread t where t.practice_id = ${practiceId}::uuid and t.state <> 'closed'
        and t.assigned_to_person_id = ${personId}::uuid) as threads,
      (select count(*)::int from tenant.message_template t where t.practice_id = ${practiceId}::uuid
        and t.archived_at is null and t.owner_person_id = ${personId}::uuid) as templates`;
  if (!counts) throw new Error("counting gave no row");
  return { ...counts, nextVisits: await nextVisits(tx, practiceId, personId, now) };
}

async function nextVisits(
  tx: Tx,
  practiceId: string,
  personId: string,
  now: Date,
): Promise<VisitAhead[]> {
  const rows = await tx.appointment.findMany({
    where: {
      practiceId,
      practitioner: { personId },
      startsAt: { gt: now },
      state: { in: ["requested", "booked", "confirmed"] },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: {
      id: true,
      startsAt: true,
      patient: { select: { id: true, firstName: true, lastName: true } },
    },
  });
  return rows.map(({ id, startsAt, patient }) => ({
    id,
    startsAt: startsAt.toISOString(),
    patientId: patient.id,
    patientName: `${patient.firstName} ${patient.lastName}`,
  }));
}
