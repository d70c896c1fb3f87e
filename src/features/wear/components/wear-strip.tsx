import { getLocale } from "next-intl/server";
import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import type { TreatmentView } from "@/features/treatment/schema";
import { getTranslations } from "@/lib/translations";
import { wearOfPatient } from "../read-wear";
import { amountOf } from "./amount";
import { WearBars } from "./wear-bars";
import { pictureLabel, WearTable } from "./wear-picture";
import { amountWords } from "./wear-words";

type WearStripProps = Admitted<ClinicActor> & { patientId: string; treatment: TreatmentView };

/** What the patient noted of their wear, small, for those who treat them (R23). */
export async function WearStrip({ services, actor, patientId, treatment }: WearStripProps) {
  if (treatment.phase === "no_plan" || treatment.phase === "not_started") return null;
  const [wear, words, language] = await Promise.all([
    wearOfPatient(services, actor, patientId, treatment),
    getTranslations("wear"),
    getLocale(),
  ]);
  const { notedDays, reachedDays, averageMinutes } = wear.summary;
  if (averageMinutes === null) {
    return (
      <Card className="flex flex-col gap-1 p-4 sm:p-5">
        <h2 className="font-semibold text-lg">{words("clinic.title")}</h2>
        <p className="text-muted">{words("clinic.none")}</p>
      </Card>
    );
  }
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-col gap-0.5">
        <h2 className="font-semibold text-lg">{words("clinic.title")}</h2>
        <p className="text-dense text-muted">
          {words("clinic.line", {
            summary: words("picture.summary", {
              noted: notedDays,
              reached: reachedDays,
              average: amountOf(averageMinutes, amountWords(words)),
            }),
          })}
        </p>
      </div>
      <WearBars days={wear.days} height={56} label={pictureLabel(wear, words, language)} />
      <WearTable wear={wear} />
    </Card>
  );
}
