import type { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { type Ok, ok } from "@/domain/result";
import { actsFor, type PatientActor } from "@/features/access/actors";
import { actingGuardian, mayActSql } from "@/features/access/may-act";
import { type OpenMark, openCheckInJson } from "@/features/check-ins/own-check-in";
import { type WearRow, wearJson } from "@/features/wear/wear-sql";
import type { Services } from "@/server/services";
import type { PlanNews } from "./adjust/plan-news";
import { type JustChanged, justChanged } from "./just-changed";
import { dayIn, type PlanRow } from "./load-facts";
import { hasNewsSql } from "./news/has-news-sql";
import { latestNews } from "./news/latest-news";
import { planJson } from "./plan-sql";
import type { TreatmentView } from "./schema";
import { viewOf } from "./treatment-view";
import { type Lately, latelyOf, nothingLately } from "./undo/lately";
import { type LatelyRow, latelyJson } from "./undo/lately-sql";
import { visitJson } from "./visit-sql";

/** A visit as the home and the timeline show it; the instant is ISO 8601. */
export interface VisitMark {
  readonly id: string;
  readonly startsAt: string;
  readonly state: "requested" | "booked" | "confirmed" | "arrived" | "in_chair" | "completed";
  readonly typeName: string;
  readonly practitionerName: string;
  readonly locationName: string;
}

/** Somebody this login may act for. */
export interface ActsForPatient {
  readonly id: string;
  readonly name: string;
}

export interface PatientHome {
  readonly treatment: TreatmentView;
  readonly patientName: string;
  /** What was marked a moment ago, with how the dates moved. */
  readonly justChanged: JustChanged | null;
  /** What was marked lately and can be taken back, or was. */
  readonly lately: Lately;
  /** The days noted of the last four weeks. */
  readonly wear: readonly WearRow[];
  /** What the practice decided about the plan lately. */
  readonly news: PlanNews | null;
  /** Photos that are asked for, or wait for an answer. */
  readonly checkIn: OpenMark | null;
  readonly orthodontistName: string | null;
  readonly nextVisit: VisitMark | null;
  readonly unreadMessages: number;
  /** False for a guardian who may look alone (R10). */
  readonly mayAct: boolean;
  /** Everybody this login may act for, the person themselves first. */
  readonly people: readonly ActsForPatient[];
}

const planRead = {
  name: "treatment-plan",
  text: `select ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan`,
};

const homeRead = {
  name: "patient-home",
  text: `select ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan,
    ${hasNewsSql("$3::uuid", "$6::timestamptz")} as has_news,
    ${latelyJson("$3::uuid")} as lately, ${wearJson("$3::uuid")} as wear,
    ${openCheckInJson("$3::uuid")} as check_in,
    (select pr.name from tenant.patient p
      join tenant.practitioner pr on pr.practice_id = p.practice_id and pr.id = p.practitioner_id
      where p.practice_id = $1::uuid and p.id = $3::uuid) as orthodontist_name,
    (select ${visitJson} from tenant.appointment a
      where a.practice_id = $1::uuid and a.patient_id = $3::uuid and a.ends_at > $6::timestamptz
        and a.state in ('requested', 'booked', 'confirmed', 'arrived', 'in_chair') and a.replaces_appointment_id is null
      order by a.starts_at limit 1) as next_visit,
    (select count(*)::int from tenant.thread t
      left join tenant.thread_reader r
        on r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id = $5::uuid
      join tenant.message m on m.practice_id = t.practice_id and m.thread_id = t.id
        and m.number > coalesce(r.read_up_to, 0) and m.author_person_id <> $5::uuid
      where t.practice_id = $1::uuid and t.patient_id = $3::uuid
        and t.message_count > coalesce(r.read_up_to, 0)) as unread_messages,
    ${mayActSql("$3::uuid", "$7")} as may_act,
    (select coalesce(json_agg(json_build_object(
        'id', p.id, 'name', coalesce(p.preferred_name, p.first_name)
      ) order by array_position($4::uuid[], p.id)), '[]')
      from tenant.patient p where p.practice_id = $1::uuid and p.id = any($4::uuid[])) as people`,
};

interface HomeRow {
  readonly plan: PlanRow | null;
  readonly lately: LatelyRow | null;
  readonly wear: readonly WearRow[];
  readonly has_news: boolean;
  readonly check_in: OpenMark | null;
  readonly orthodontist_name: string | null;
  readonly next_visit: VisitMark | null;
  readonly unread_messages: number;
  readonly may_act: boolean;
  readonly people: readonly ActsForPatient[];
}

/** The patient's treatment today (R19, R20). */
export async function treatmentView(
  services: Services,
  actor: PatientActor,
): Promise<Ok<TreatmentView>> {
  const values = [actor.practiceId, actor.zone, actor.patientId];
  const rows = await readInPractice<{ plan: PlanRow | null }>(
    services.db,
    actor.practiceId,
    planRead,
    values,
  );
  return ok(viewOf(rows[0]?.plan ?? null, dayIn(actor.zone, services.now)));
}

/** Everything the home page shows, in one round trip, and another one while the plan has news (R19). */
export async function patientHome(services: Services, actor: PatientActor): Promise<PatientHome> {
  const rows = await readInPractice<HomeRow>(services.db, actor.practiceId, homeRead, [
    actor.practiceId,
    actor.zone,
    actor.patientId,
    actsFor(actor),
    actor.personId,
    services.now.toString(),
    actingGuardian(actor),
  ]);
  const row = rows[0];
  if (row === undefined) throw new Error("the home query gave no row");
  const today = dayIn(actor.zone, services.now);
  return {
    treatment: viewOf(row.plan, today),
    patientName: row.people.find(({ id }) => id === actor.patientId)?.name ?? "",
    justChanged: row.plan === null ? null : justChanged(row.plan, services.now, today),
    lately: latelyIn(row, services.now, today),
    wear: row.wear,
    news: row.has_news ? await latestNews(services, actor) : null,
    checkIn: row.check_in,
    orthodontistName: row.plan?.practitionerName ?? row.orthodontist_name,
    nextVisit: row.next_visit,
    unreadMessages: row.unread_messages,
    mayAct: row.may_act,
    people: row.people,
  };
}

/** Nothing of a plan that is completed: it stays as it is. */
function latelyIn(
  { plan, lately }: { readonly plan: PlanRow | null; readonly lately: LatelyRow | null },
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Lately {
  return plan === null || lately === null ? nothingLately : latelyOf(plan, lately, now, today);
}

export interface TreatmentTimeline {
  readonly treatment: TreatmentView;
  readonly visits: readonly VisitMark[];
}

const timelineRead = {
  name: "treatment-timeline",
  text: `select ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan,
    (select coalesce(json_agg(${visitJson} order by a.starts_at), '[]') from tenant.appointment a
      where a.practice_id = $1::uuid and a.patient_id = $3::uuid
        and a.state in ('requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed') and a.replaces_appointment_id is null) as visits`,
};

/** The whole treatment by day, with its visits (R20). */
export async function treatmentTimeline(
  services: Services,
  actor: PatientActor,
): Promise<TreatmentTimeline> {
  const values = [actor.practiceId, actor.zone, actor.patientId];
  const rows = await readInPractice<{ plan: PlanRow | null; visits: readonly VisitMark[] }>(
    services.db,
    actor.practiceId,
    timelineRead,
    values,
  );
  const today = dayIn(actor.zone, services.now);
  return { treatment: viewOf(rows[0]?.plan ?? null, today), visits: rows[0]?.visits ?? [] };
}
