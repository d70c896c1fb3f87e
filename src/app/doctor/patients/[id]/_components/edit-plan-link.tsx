import { ButtonLink } from "@/components/button";
import type { PatientOverview } from "@/features/treatment/view-patient";
import { getTranslations } from "@/lib/translations";

type EditPlanLinkProps = { patient: Pick<PatientOverview, "id" | "treatment"> };

/** To the editor of the plan, or to make the first one. */
export async function EditPlanLink({ patient }: EditPlanLinkProps) {
  const words = await getTranslations("plan");
  return (
    <ButtonLink
      href={`/doctor/patients/${patient.id}/plan`}
      kind="secondary"
      prefetch={false}
      small
    >
      {words(patient.treatment.phase === "no_plan" ? "openNew" : "open")}
    </ButtonLink>
  );
}
