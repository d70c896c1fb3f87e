import { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import type { Services } from "@/server/services";
import type { OnlineNews, OnlineSeenRequest } from "./schema";
import { waitingVisits } from "./waiting-visits";

/** Who never looked sees a week; nobody is shown more than a month. */
const FIRST_LOOK_DAYS = 7;
const LONGEST_DAYS = 31;
const MOST = 100;

interface Row {
  id: string;
  appointment_id: string;
  what: OnlineNews["items"][number]["what"];
  at: Date;
  starts_at: Date;
  previous_starts_at: Date | null;
  patient_id: string;
  patient_name: string;
  by_guardian: boolean;
  practitioner_id: string;
  visit_type: string;
  reason: string | null;
}

// By (practice_id, at): what happened lately, however much happened before. The wish to move a visit is told by its own
// row, and not again by the visit's history.
const news = {
  name: "diary-online-news",
  text: `
  select e.id, e.appointment_id, e.at, e.starts_at, e.reason,
    case when e.event = 'book' then 'booked' when e.event = 'cancel' then 'cancelled'
      when e.event = 'confirm' then 'confirmed' when o.id is not null then 'requested' when former.starts_at is not null then 'moved'
      when e.event = 'request' then 'requested' else 'moved' end as what,
    coalesce(o.starts_at, former.starts_at) as previous_starts_at, p.id as patient_id, p.first_name || ' ' || p.last_name as patient_name,
    e.actor_role = 'guardian' as by_guardian, a.practitioner_id, v.name as visit_type
  from tenant.appointment_event e
  join tenant.appointment a on a.practice_id = $1::uuid and a.id = e.appointment_id
  join tenant.patient p on p.practice_id = $1::uuid and p.id = a.patient_id
  join tenant.visit_type v on v.practice_id = $1::uuid and v.id = a.visit_type_id
  left join tenant.appointment o on o.practice_id = $1::uuid and o.id = a.replaces_appointment_id
  left join lateral (
    select f.starts_at from tenant.appointment_event f
    where e.event in ('reschedule', 'request') and f.practice_id = $1::uuid and f.appointment_id = e.appointment_id
      and f.at < e.at and f.event not in ('hold', 'withdraw')
      and (f.event not in ('request', 'decline') or f.from_state is distinct from f.to_state)
    order by f.at desc limit 1
  ) former on true
  where e.practice_id = $1::uuid and e.at > $2::timestamptz and e.actor_role in ('patient', 'guardian')
    and e.event in ('book', 'request', 'reschedule', 'cancel', 'confirm')
    and (e.event <> 'request' or e.from_state is distinct from e.to_state)
  order by e.at desc, e.id desc limit ${MOST}`,
};

/** What patients and guardians did online since this person last said that they had seen it, and who waits (R36). */
export async function onlineNews(
  services: Services,
  actor: ClinicActor,
): Promise<Result<OnlineNews, never>> {
  const since = await seenUpTo(services, actor);
  const [rows, waiting] = await Promise.all([
    readInPractice<Row>(services.db, actor.practiceId, news, [actor.practiceId, since.toString()]),
    waitingVisits(services, actor),
  ]);
  const at = (date: Date) => isoOf(date.getTime());
  return ok({
    waiting,
    since: isoOf(since.epochMilliseconds),
    items: rows.map((row) => ({
      id: row.id,
      appointmentId: row.appointment_id,
      what: row.what,
      at: at(row.at),
      startsAt: at(row.starts_at),
      previousStartsAt: row.previous_starts_at && at(row.previous_starts_at),
      patient: { id: row.patient_id, name: row.patient_name },
      byGuardian: row.by_guardian,
      practitionerId: row.practitioner_id,
      visitType: row.visit_type,
      reason: row.reason,
    })),
  });
}

/** Notes that this person has seen what happened online up to a moment; never back, never beyond now. */
export async function markOnlineSeen(
  services: Services,
  actor: ClinicActor,
  { upTo }: OnlineSeenRequest,
): Promise<Result<{ since: string }, never>> {
  const wanted = Temporal.Instant.from(upTo);
  const seen = Temporal.Instant.compare(wanted, services.now) > 0 ? services.now : wanted;
  const { practiceId, membershipId: id } = actor;
  await inPractice(services.db, practiceId, (tx) =>
    tx.membership.updateMany({
      where: {
        practiceId,
        id,
        OR: [{ diaryLookedAt: null }, { diaryLookedAt: { lt: fromInstant(seen) } }],
      },
      data: { diaryLookedAt: fromInstant(seen) },
    }),
  );
  return ok({ since: isoOf((await seenUpTo(services, actor)).epochMilliseconds) });
}

async function seenUpTo(services: Services, actor: ClinicActor): Promise<Temporal.Instant> {
  const { practiceId, membershipId: id } = actor;
  const membership = await inPractice(services.db, practiceId, (tx) =>
    tx.membership.findUnique({
      where: { practiceId_id: { practiceId, id } },
      select: { diaryLookedAt: true },
    }),
  );
  const ago = (days: number) => services.now.subtract({ hours: days * 24 });
  const looked = membership?.diaryLookedAt;
  if (!looked) return ago(FIRST_LOOK_DAYS);
  const seen = toInstant(looked);
  return Temporal.Instant.compare(seen, ago(LONGEST_DAYS)) < 0 ? ago(LONGEST_DAYS) : seen;
}
