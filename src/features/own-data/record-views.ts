import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import type { AuditAction } from "@/features/audit/actions";
import type { Services } from "@/server/services";

export const viewedThings = ["record", "plan", "thread", "upload", "case"] as const;
export type ViewedThing = (typeof viewedThings)[number];

const things: Readonly<Partial<Record<AuditAction, ViewedThing>>> = {
  "record.viewed": "record",
  "plan.viewed": "plan",
  "thread.viewed": "thread",
  "upload.viewed": "upload",
  "case.viewed": "case",
};

/** One look of somebody at something of a patient. */
export interface RecordView {
  readonly at: Temporal.Instant;
  readonly name: string;
  readonly role: Role | null;
  readonly thing: ViewedThing;
}

/** What one person looked at on one day, and when. */
export interface ViewsOfPerson {
  readonly name: string;
  readonly role: Role | null;
  readonly looks: readonly { readonly thing: ViewedThing; readonly at: readonly string[] }[];
}

export interface ViewsOfDay {
  /** YYYY-MM-DD in the practice's zone. */
  readonly day: string;
  readonly people: readonly ViewsOfPerson[];
}

const pageSize = 400;

/**
 * R53: who has seen the record of the patient one acts for, by day and person, the newest day first. `until` is the last
 * day to show; `next` is the one the page that follows begins with. One's own looks are left out.
 */
export async function recordViews(
  services: Services,
  actor: PatientActor,
  until: string | undefined,
): Promise<{ readonly days: readonly ViewsOfDay[]; readonly next: string | null }> {
  const before = until === undefined ? null : dayAfter(until, actor.zone);
  const views = await inPractice(services.db, actor.practiceId, (tx) =>
    readViews(tx, actor, before, pageSize + 1),
  );
  const days = byDay(views.slice(0, pageSize), actor.zone);
  if (views.length <= pageSize) return { days, next: null };
  // The last day may go on behind the page: it is shown whole on the next one, unless it is all there is.
  const last = days.at(-1);
  if (days.length > 1 && last) return { days: days.slice(0, -1), next: last.day };
  const dayBefore = last && Temporal.PlainDate.from(last.day).subtract({ days: 1 }).toString();
  return { days, next: dayBefore ?? null };
}

/** The looks of others at one patient, newest first. */
export async function readViews(
  tx: Tx,
  actor: Pick<PatientActor, "practiceId" | "patientId" | "personId">,
  before: Temporal.Instant | null,
  most: number,
): Promise<RecordView[]> {
  const { practiceId, patientId, personId } = actor;
  const rows = await tx.auditEntry.findMany({
    where: {
      practiceId,
      patientId,
      action: { in: Object.keys(things) },
      actorName: { not: null },
      OR: [{ actorPersonId: null }, { actorPersonId: { not: personId } }],
      ...(before && { at: { lt: fromInstant(before) } }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    select: { at: true, actorName: true, actorRole: true, action: true },
  });
  return rows.flatMap(({ at, actorName, actorRole, action }) => {
    const thing = Object.entries(things).find(([name]) => name === action)?.[1];
    return thing && actorName
      ? [{ at: toInstant(at), name: actorName, role: actorRole, thing }]
      : [];
  });
}

function byDay(views: readonly RecordView[], zone: string): ViewsOfDay[] {
  const days = Map.groupBy(views, ({ at }) => at.toZonedDateTimeISO(zone).toPlainDate().toString());
  return [...days].map(([day, ofDay]) => ({
    day,
    people: [...Map.groupBy(ofDay, ({ name, role }) => `${role} ${name}`).values()].map(
      (ofPerson) => ({
        name: ofPerson[0]?.name ?? "",
        role: ofPerson[0]?.role ?? null,
        looks: [...Map.groupBy(ofPerson, ({ thing }) => thing)].map(([thing, looks]) => ({
          thing,
          at: looks.map(({ at }) => at.toString()).reverse(),
        })),
      }),
    ),
  }));
}

function dayAfter(day: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
