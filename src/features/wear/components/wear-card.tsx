import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { drawn } from "@/components/drawn";
import { Card } from "@/components/layout";
import type { TreatmentView } from "@/features/treatment/schema";
import { withPatient } from "@/lib/patient-href";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { WearRow } from "../wear-sql";
import { wearView } from "../wear-view";
import { amountOf } from "./amount";
import { chipMinutes } from "./chips";
import { daysToNote } from "./days-to-note";
import { WearEntry } from "./wear-entry";
import { amountWords, wearWords } from "./wear-words";

type WearCardProps = {
  treatment: TreatmentView;
  rows: readonly WearRow[];
  mayAct: boolean;
  patientId: string;
  named: string | undefined;
  zone: string;
  language: Language;
};

/** Today's wear on the patient's home, noted by one press (R23); nothing while nothing is worn. */
export function WearCard(props: WearCardProps) {
  const { treatment, rows, mayAct, patientId, named, zone, language } = props;
  if (!mayAct || (treatment.phase !== "active" && treatment.phase !== "retention")) return null;
  const words = translationsIn(language, "wear");
  const wear = wearView(treatment, rows, zone);
  const { goalMinutes } = wear;
  if (goalMinutes === null) return null;
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 className="font-semibold text-lg">{words("title")}</h2>
        <Link
          className="link -me-1 inline-flex min-h-11 items-center gap-0.5"
          href={withPatient("/treatment/wear", named)}
          {...drawn(
            <>
              {words("weeks")}
              <ChevronRight aria-hidden="true" className="size-4.5 rtl:rotate-180" />
            </>,
          )}
        />
      </div>
      <WearEntry
        choices={chipMinutes(goalMinutes)}
        days={daysToNote(wear, words, language).slice(0, 2)}
        patientId={patientId}
        words={wearWords(words)}
      />
      {treatment.phase === "retention" && (
        <p className="text-muted text-sm">
          {words("goal", { amount: amountOf(goalMinutes, amountWords(words)) })}
        </p>
      )}
    </Card>
  );
}
