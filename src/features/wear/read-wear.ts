import { readInPractice } from "@/db/read";
import { type Ok, ok } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { actingGuardian, mayActSql } from "@/features/access/may-act";
import { dayIn, type PlanRow } from "@/features/treatment/load-facts";
import { planJson } from "@/features/treatment/plan-sql";
import type { TreatmentView } from "@/features/treatment/schema";
import { viewOf } from "@/features/treatment/treatment-view";
import type { Services } from "@/server/services";
import type { WearView } from "./schema";
import { type WearRow, wearJson } from "./wear-sql";
import { wearView } from "./wear-view";

interface Row {
  readonly plan: PlanRow | null;
  readonly wear: readonly WearRow[];
  readonly may_act: boolean;
}

const wearRead = {
  name: "wear",
  text: `select ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan, ${wearJson("$3::uuid")} as wear,
    ${mayActSql("$3::uuid", "$4")} as may_act`,
};

const notedRead = {
  name: "wear-noted",
  text: `select ${wearJson("$3::uuid")} as wear`,
};

/** The patient's wear of the last four weeks (R23). */
export async function readWear(services: Services, actor: PatientActor): Promise<Ok<WearView>> {
  return ok((await wearPage(services, actor)).wear);
}

export interface WearPage {
  readonly wear: WearView;
  readonly phase: TreatmentView["phase"];
  /** False for a guardian who may look alone. */
  readonly mayAct: boolean;
}

/** The same with what its page asks besides. */
export async function wearPage(services: Services, actor: PatientActor): Promise<WearPage> {
  const { practiceId, patientId, zone } = actor;
  const values = [practiceId, zone, patientId, actingGuardian(actor)];
  const [row] = await readInPractice<Row>(services.db, practiceId, wearRead, values);
  const treatment = viewOf(row?.plan ?? null, dayIn(zone, services.now));
  return {
    wear: wearView(treatment, row?.wear ?? [], zone),
    phase: treatment.phase,
    mayAct: row?.may_act ?? false,
  };
}

/** The same for the practice, whose page has opened the record and knows the treatment. */
export async function wearOfPatient(
  services: Services,
  { practiceId, zone }: ClinicActor,
  patientId: string,
  treatment: TreatmentView,
): Promise<WearView> {
  const values = [practiceId, zone, patientId];
  const [row] = await readInPractice<Pick<Row, "wear">>(services.db, practiceId, notedRead, values);
  return wearView(treatment, row?.wear ?? [], zone);
}
