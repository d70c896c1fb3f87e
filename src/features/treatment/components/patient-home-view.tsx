import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { drawn } from "@/components/drawn";
import { CheckInLine } from "@/features/check-ins/components/check-in-line";
import { WearCard } from "@/features/wear/components/wear-card";
import { withPatient } from "@/lib/patient-href";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import { NewsLine } from "../news/components/news-line";
import type { PatientHome } from "../queries";
import { ChangesLately } from "../undo/components/changes-lately";
import { ChangeResult } from "./change-result";
import { MessagesCard, ProgressFacts, VisitCard } from "./home-cards";
import { TodayCard } from "./today-card";

type PatientHomeViewProps = {
  home: PatientHome;
  patientId: string;
  zone: string;
  named: string | undefined;
  language: Language;
};

/**
 * The patient's home: what to do today and when the next visit is, then how far, and what was written (R19). Nothing here
 * waits for itself: what does is sent and put in place for itself.
 */
export function PatientHomeView(props: PatientHomeViewProps) {
  const { home, patientId, zone, named, language } = props;
  const words = translationsIn(language, "home");
  const { treatment } = home;
  return (
    <div className="flex flex-col gap-3 sm:gap-4">
      <ChangeResult changed={home.justChanged} language={language} treatment={treatment} />
      <ChangesLately
        isOneArch={treatment.arches.length < 2}
        language={language}
        lately={home.lately}
        mayAct={home.mayAct}
        patientId={patientId}
        today={treatment.today}
        zone={zone}
      />
      <NewsLine language={language} named={named} news={home.news} zone={zone} />
      <TodayCard home={home} language={language} named={named} patientId={patientId} />
      {home.checkIn?.state === "submitted" && <CheckInLine named={named} open={home.checkIn} />}
      <VisitCard language={language} named={named} visit={home.nextVisit} zone={zone} />
      <WearCard
        language={language}
        mayAct={home.mayAct}
        named={named}
        patientId={patientId}
        rows={home.wear}
        treatment={treatment}
        zone={zone}
      />
      <ProgressFacts language={language} treatment={treatment} />
      <MessagesCard
        language={language}
        named={named}
        orthodontist={home.orthodontistName}
        unread={home.unreadMessages}
      />
      {treatment.phase !== "no_plan" && (
        <Link
          className="inline-flex min-h-11 items-center gap-1.5 self-center font-semibold text-accent hover:underline"
          href={withPatient("/treatment", named)}
          {...drawn(
            <>
              {words("timeline")}
              <ArrowRight aria-hidden="true" className="size-4.5 rtl:rotate-180" />
            </>,
          )}
        />
      )}
    </div>
  );
}
