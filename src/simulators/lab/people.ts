import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import { type LabWorld, lockedCase, nextChangeAt } from "./changes";
import { labError, notFound } from "./errors";
import type { CaseRow } from "./lab-store";
import { type CaseStatus, nextMoves } from "./moves";
import { type Plan, planBody, usualPlan } from "./plan";
import { writeReport } from "./reports";

const words = z.string().trim().min(1).max(2_000);
const move = z.strictObject({
  status: z.string(),
  reason: words.optional(),
  plan: planBody.optional(),
  tracking: words.optional(),
});

const needReason: readonly CaseStatus[] = ["needs_records", "rejected", "on_hold"];

/** `POST /simulator/cases/{id}/move`: what the lab's people do with a case; each move is reported to its doctor. */
export async function moveCase(
  { store, faults }: Pick<LabWorld, "store" | "faults">,
  caseId: string,
  text: string,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  const given = move.safeParse(jsonOf(text));
  if (!given.success) return labError(422, "refused", z.prettifyError(given.error));
  const { reason, tracking } = given.data;
  return store.transaction(async (tx) => {
    const [found] = await tx.query<{ doctor_id: string }>(
      "select doctor_id from lab_case where id = $1",
      [caseId],
    );
    if (found === undefined) return notFound();
    const changedAt = await nextChangeAt(tx, found.doctor_id, now);
    const row = await lockedCase(tx, found.doctor_id, caseId);
    if (row === undefined) return notFound();
    const possible = nextMoves(row);
    const status = possible.find((one) => one === given.data.status);
    if (status === undefined) {
      const said = possible.length === 0 ? "nothing" : possible.join(", ");
      return labError(409, "move_not_possible", `From ${row.status} comes ${said}.`);
    }
    if (reason === undefined && row.status !== "on_hold" && needReason.includes(status)) {
      return labError(422, "reason_missing", `Say why with ${status}.`);
    }
    if (tracking === undefined && status === "shipped") {
      return labError(422, "tracking_missing", "Name the shipment with shipped.");
    }
    const isResumed = row.status === "on_hold";
    // A plan that waited before the hold waits on: nothing new is presented.
    const isPlan = status === "plan_ready" && !isResumed;
    if (given.data.plan !== undefined && !isPlan) {
      return labError(422, "plan_not_wanted", "A plan comes with plan_ready alone.");
    }
    const plan = isPlan ? await nextPlan(tx, row, given.data.plan) : undefined;
    await tx.query(
      "update lab_case set status = $2, held_from = $3, updated_at = $4 where id = $1",
      [caseId, status, status === "on_hold" ? row.status : null, changedAt],
    );
    const report = { status, at: now.toString(), reason, plan, tracking };
    await writeReport(tx, await faults.mode("lab"), row, report);
    return { status: 200, body: { id: caseId, status, ...(plan ? { plan } : {}) } };
  });
}

async function nextPlan(
  tx: StoreTransaction,
  { id: caseId, prescription }: CaseRow,
  given: z.infer<typeof planBody> | undefined,
): Promise<Plan> {
  const [next] = await tx.query<{ id: string; number: number }>(
    `select gen_random_uuid() as id, count(*)::int + 1 as number from report
     where case_id = $1 and plan is not null`,
    [caseId],
  );
  if (next === undefined) throw new Error("A count has one row.");
  return { ...next, ...(given ?? usualPlan(prescription, next.number)) };
}
