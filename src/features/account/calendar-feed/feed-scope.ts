import type { Tx } from "@/db/client";
import type { CalendarFeedKind } from "@/db/generated/enums";
import type { FeedOf } from "@/features/calendar/feed-content";

interface Holder {
  readonly practiceId: string;
  readonly loginId: string;
  readonly personId: string;
  readonly kind: CalendarFeedKind;
}

/**
 * What a calendar address shows at this moment, by the rules of a session: the own record and the children one acts for, or
 * the own columns of the diary. Null where nothing is left: role, record or guardianship has ended (R9, R10).
 */
export async function feedScope(tx: Tx, holder: Holder): Promise<FeedOf | null> {
  return holder.kind === "visits" ? visitsOf(tx, holder) : diaryOf(tx, holder);
}

async function visitsOf(tx: Tx, { practiceId, loginId, personId }: Holder): Promise<FeedOf | null> {
  const [row] = await tx.$queryRaw<{ own: string | null; children: string[] }[]>`
    select (select p.id from tenant.membership m
        join tenant.patient p on p.practice_id = m.practice_id and p.id = m.patient_id and p.archived_at is null
        where m.practice_id = r.id and m.login_id = ${loginId}::uuid and m.role = 'patient' and m.ended_at is null
        limit 1) as own,
      tenant.guarded_patients(r.id, ${personId}::uuid, (app_now() at time zone r.zone)::date, true) as children
    from identity.practice r
    where r.id = ${practiceId}::uuid and exists (select from tenant.membership m where m.practice_id = r.id
      and m.login_id = ${loginId}::uuid and m.role in ('patient', 'guardian') and m.ended_at is null)`;
  if (!row || (row.own === null && row.children.length === 0)) return null;
  return { kind: "visits", ownPatientId: row.own, childIds: row.children };
}

async function diaryOf(tx: Tx, { practiceId, loginId, personId }: Holder): Promise<FeedOf | null> {
  const works = await tx.membership.count({
    where: { practiceId, loginId, role: { in: ["orthodontist", "staff", "admin"] }, endedAt: null },
  });
  const columns = await tx.practitioner.findMany({
    where: { practiceId, personId, archivedAt: null },
    select: { id: true },
  });
  if (works === 0 || columns.length === 0) return null;
  return { kind: "diary", practitionerIds: columns.map(({ id }) => id) };
}
