import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/badge";
import { BookVisitLink } from "@/features/diary/components/book-visit-link";
import { LoginLinkOffer } from "@/features/login-links/components/login-link-offer";
import type { PatientOverview } from "@/features/treatment/view-patient";
import { formatBirthDate } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type PatientHeaderProps = {
  patient: PatientOverview;
  /** Back to the list, and on to the next patient. */
  way: ReactNode;
};

/** Who it is, what one does for them from here, and the way to the next patient. */
export async function PatientHeader({ patient, way }: PatientHeaderProps) {
  const [words, language] = await Promise.all([getTranslations("doctor.patient"), getLocale()]);
  const { id, name, isArchived, isRegistered, orthodontistName } = patient;
  const born = words("born", {
    day: formatBirthDate(patient.dateOfBirth, language),
    years: patient.ageYears,
  });
  return (
    <header className="flex flex-col gap-2">
      {way}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h1 className="wrap-anywhere font-bold text-2xl">{name}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            <span>
              {born}
              {orthodontistName !== null && <> · {orthodontistName}</>}
            </span>
            {isArchived && <StatusChip>{words("archived")}</StatusChip>}
            {!isArchived && !isRegistered && <StatusChip>{words("notRegistered")}</StatusChip>}
          </p>
        </div>
        {!isArchived && (
          <div className="flex flex-wrap items-center gap-3">
            <BookVisitLink path="/doctor/diary" patientId={id} />
            <LoginLinkOffer
              firstName={name}
              hasEmail
              isLesser
              isRegistered={isRegistered}
              patientId={id}
            />
          </div>
        )}
      </div>
    </header>
  );
}
