import { readInPractice } from "@/db/read";
import type { PatientActor } from "@/features/access/actors";
import { actingGuardian, mayActSql } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { dayIn, type PlanRow } from "../load-facts";
import { planJson } from "../plan-sql";
import { type Lately, latelyOf, nothingLately } from "./lately";
import { type LatelyRow, latelyJson } from "./lately-sql";

interface Row {
  readonly plan: PlanRow | null;
  readonly lately: LatelyRow | null;
  readonly may_act: boolean;
}

const latelyRead = {
  name: "treatment-lately",
  text: `select ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan, ${latelyJson("$3::uuid")} as lately,
    ${mayActSql("$3::uuid", "$4")} as may_act`,
};

/** What the patient marked lately, for a page that shows no more of the plan's day (R21). */
export async function readLately(
  services: Services,
  actor: PatientActor,
): Promise<Lately & { readonly mayAct: boolean }> {
  const { practiceId, patientId, zone } = actor;
  const values = [practiceId, zone, patientId, actingGuardian(actor)];
  const [row] = await readInPractice<Row>(services.db, practiceId, latelyRead, values);
  const mayAct = row?.may_act ?? false;
  if (row?.plan == null || row.lately === null) return { ...nothingLately, mayAct };
  const today = dayIn(zone, services.now);
  return { ...latelyOf(row.plan, row.lately, services.now, today), mayAct };
}
