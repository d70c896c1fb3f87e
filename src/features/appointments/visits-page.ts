import { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { practiceById } from "@/features/practices/current-practice";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { type AppointmentList, listAppointments } from "./queries";
import { appointmentsQuery } from "./schema";
import { visitTypes } from "./slot-queries";

export interface VisitsPage {
  readonly upcoming: AppointmentList["items"];
  readonly past: AppointmentList;
  readonly phone: string;
  readonly mayBook: boolean;
  /** A guardian who may look alone: others book (R10). */
  readonly looksOnly: boolean;
  /** Days of the practice's calendar until the next visit. */
  readonly daysUntilNext: number | undefined;
  readonly thisYear: number;
}

/** Everything the page of visits shows; a cursor that is none starts at the latest. */
export async function visitsPage(
  services: Services,
  actor: PatientActor,
  cursor: string | undefined,
): Promise<VisitsPage> {
  const asked = appointmentsQuery.shape.cursor.safeParse(cursor);
  const [upcoming, past, types, phone, isLookingOnly] = await Promise.all([
    listAppointments(services, actor, { when: "upcoming" }),
    listAppointments(services, actor, {
      when: "past",
      cursor: asked.success ? asked.data : undefined,
    }),
    visitTypes(services, actor),
    practicePhone(services, actor),
    looksOnly(services, actor),
  ]);
  const items = upcoming.ok ? upcoming.value.items : [];
  return {
    upcoming: items,
    past: past.ok ? past.value : { items: [], next: null, timeZone: actor.zone },
    phone,
    mayBook: types.ok && types.value.items.length > 0,
    looksOnly: isLookingOnly,
    daysUntilNext: items[0] && daysUntil(services, actor.zone, items[0].startsAt),
    thisYear: services.now.toZonedDateTimeISO(actor.zone).year,
  };
}

/** Whether somebody sees a patient's visits and may change none (R10). Asks nothing for one's own visits. */
export async function looksOnly(services: Services, actor: PatientActor): Promise<boolean> {
  if (actor.patientId === actor.ownPatientId) return false;
  return !(await inPractice(services.db, actor.practiceId, (tx) => mayAct(tx, actor)));
}

/** Whom to call where a page cannot help (R32). */
export async function practicePhone(services: Services, actor: PatientActor): Promise<string> {
  const practice = await practiceById(services, actor.practiceId);
  return formatPhone(practice?.supportPhone ?? "");
}

function daysUntil(services: Services, zone: string, startsAt: string): number {
  const on = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  return on(services.now).until(on(Temporal.Instant.from(startsAt))).days;
}
