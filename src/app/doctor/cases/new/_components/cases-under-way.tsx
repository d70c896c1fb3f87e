import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { casesOfPatient } from "@/features/cases/cases-of-patient";
import { CaseLinks } from "@/features/cases/components/case-links";
import { getTranslations } from "@/lib/translations";

type CasesUnderWayProps = Admitted<ClinicActor> & { patientId: string };

const over = new Set(["in_treatment", "completed", "cancelled", "rejected"]);

/** Cases of the patient that are not over: whoever begins another should mean it. Nothing where there are none. */
export async function CasesUnderWay({ services, actor, patientId }: CasesUnderWayProps) {
  const [cases, words] = await Promise.all([
    casesOfPatient(services, actor, patientId),
    getTranslations("cases.new"),
  ]);
  const underWay = cases.filter(({ state }) => !over.has(state));
  if (underWay.length === 0) return null;
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-5">
      <div>
        <h2 className="font-semibold text-lg">{words("underWayTitle")}</h2>
        <p className="text-muted">{words("underWay")}</p>
      </div>
      <CaseLinks cases={underWay} zone={actor.zone} />
    </Card>
  );
}
