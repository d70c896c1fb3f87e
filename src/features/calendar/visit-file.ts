import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import type { RefusalTable } from "@/lib/refusal-table";
import { languageOf } from "@/lib/request-language";
import type { Services } from "@/server/services";
import { calendarEvent } from "./calendar-event";
import { calendarFile } from "./calendar-file";
import type { VisitFileRequest } from "./schema";
import { type CalendarRow, calendarColumns, calendarVisit } from "./visit-rows";

interface VisitFile {
  readonly method: "PUBLISH" | "CANCEL";
  readonly content: string;
  readonly fileName: string;
}

export const visitFileRefusals: RefusalTable<"not_found"> = {
  not_found: { status: 404, words: "refusals.not_found" },
};

/**
 * One visit as a calendar file, in any state; a cancelled one takes the entry away again (R34). Refusal: `not_found`, for
 * another's as for a missing one (S12).
 */
export async function visitFile(
  services: Services,
  actor: PatientActor,
  { id }: VisitFileRequest,
  request: Request,
): Promise<Result<VisitFile, "not_found">> {
  const { practiceId, patientId, ownPatientId, zone } = actor;
  const found = await inPractice(services.db, practiceId, async (tx) => ({
    rows: await tx.$queryRawUnsafe<CalendarRow[]>(
      `${calendarColumns} and a.patient_id = $2::uuid and a.id = $3::uuid`,
      practiceId,
      patientId,
      id,
    ),
    practice: await deliveryPractice(tx, practiceId),
  }));
  const [row] = found.rows;
  if (!row) return refused("not_found");
  const visit = calendarVisit(row);
  const reader = {
    as: patientId === ownPatientId ? "patient" : "guardian",
    language: languageOf(request),
  } as const;
  const event = calendarEvent(visit, found.practice, reader, services.env.appUrl);
  const method = visit.state === "cancelled" ? "CANCEL" : "PUBLISH";
  const on = visit.startsAt.toZonedDateTimeISO(zone).toPlainDate();
  return ok({
    method,
    content: calendarFile({ method, events: [event] }),
    fileName: `visit-${on}.ics`,
  });
}

/** As a download: browsers and telephones hand it to the calendar. */
export function visitFileResponse({ method, content, fileName }: VisitFile): Response {
  return new Response(content, {
    headers: {
      "content-type": `text/calendar; charset=utf-8; method=${method}`,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}
