import { Clock } from "lucide-react";
import { LinkCard } from "@/components/link-card";
import type { TreatmentView } from "@/features/treatment/schema";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { firstWornOn } from "../wear-view";

type WearLinkProps = { treatment: TreatmentView; named: string | undefined };

/** The way to the weeks of wear, once an aligner is in (R23). */
export async function WearLink({ treatment, named }: WearLinkProps) {
  if (firstWornOn(treatment) === null) return null;
  const words = await getTranslations("wear");
  return (
    <LinkCard href={withPatient("/treatment/wear", named)} icon={Clock} title={words("title")}>
      <span className="font-semibold">{words("weeks")}</span>
    </LinkCard>
  );
}
