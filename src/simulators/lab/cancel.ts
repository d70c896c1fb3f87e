import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer } from "../http/serve";
import { type LabWorld, lockedCase, nextChangeAt } from "./changes";
import { labError, notFound } from "./errors";
import { writeLog } from "./log";
import { isInProduction } from "./moves";
import type { CaseCall } from "./once";
import { caseAnswer } from "./shown-case";

const cancellation = z.object({ reason: z.string().trim().min(1).max(2_000) });

/** `POST /cases/{id}/cancel`: up to production; a cancelled case is answered as it is. */
export async function cancelCase(
  { store }: LabWorld,
  { doctor, caseId, request, now }: CaseCall,
): Promise<HttpAnswer> {
  const given = cancellation.safeParse(jsonOf(request.text()));
  if (!given.success) return labError(422, "refused", z.prettifyError(given.error));
  return store.transaction(async (tx) => {
    const changedAt = await nextChangeAt(tx, doctor.id, now);
    const row = await lockedCase(tx, doctor.id, caseId);
    if (row === undefined) return notFound();
    const entry = {
      lab: doctor.lab_key,
      userName: doctor.user_name,
      event: "cancel",
      caseNumber: row.case_number,
    } as const;
    if (row.status === "cancelled") {
      await writeLog(tx, now, { ...entry, outcome: "repeated" });
      return caseAnswer(tx, row, 200);
    }
    if (isInProduction(row) || row.status === "rejected") {
      const code = row.status === "rejected" ? "case_rejected" : "in_production";
      await writeLog(tx, now, { ...entry, outcome: "refused", detail: code });
      return labError(409, code, "This case can no longer be cancelled.");
    }
    await tx.query(
      `update lab_case set status = 'cancelled', held_from = null, updated_at = $2 where id = $1`,
      [caseId, changedAt],
    );
    await writeLog(tx, now, { ...entry, outcome: "accepted", detail: given.data.reason });
    return caseAnswer(tx, (await lockedCase(tx, doctor.id, caseId)) ?? row, 200);
  });
}
