import { getLocale } from "next-intl/server";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { parcelsOf } from "@/features/cases/cases-of-patient";
import { ParcelList } from "@/features/cases/components/parcel-list";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type ParcelsOfRecordProps = Admitted<ClinicActor> & { patientId: string };

/** What a lab has sent for a patient, for whoever opens the door; nothing while nothing is on its way (R52). */
export async function ParcelsOfRecord({ services, actor, patientId }: ParcelsOfRecordProps) {
  const [parcels, words, all, language] = await Promise.all([
    parcelsOf(services, actor, patientId),
    getTranslations("cases.parcel"),
    getTranslations("cases"),
    getLocale(),
  ]);
  return (
    <ParcelList
      parcels={parcels.map(({ id, number, shippedAt, tracking }) => ({
        id,
        number,
        shipped:
          shippedAt && words("shipped", { day: formatInstantDay(shippedAt, actor.zone, language) }),
        tracking: tracking && words("tracking", { tracking }),
      }))}
      words={all.raw("parcel")}
    />
  );
}
