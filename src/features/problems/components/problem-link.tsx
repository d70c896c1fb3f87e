import { CircleAlert } from "lucide-react";
import { LinkCard } from "@/components/link-card";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

/** The way to tell that something is wrong with an aligner (R25). */
export async function ProblemLink({ named }: { named: string | undefined }) {
  const words = await getTranslations("problems.entry");
  return (
    <LinkCard
      href={withPatient("/treatment/problem", named)}
      icon={CircleAlert}
      title={words("title")}
    >
      <span className="font-semibold">{words("line")}</span>
    </LinkCard>
  );
}
