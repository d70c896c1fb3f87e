import { getLocale } from "next-intl/server";
import { Card, Row, Section } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { parcelsOf } from "@/features/cases/cases-of-patient";
import { TakeParcel } from "@/features/cases/components/take-parcel";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type ParcelsOfRecordProps = Admitted<ClinicActor> & { patientId: string };

/** What a lab has sent for a patient, for whoever opens the door; nothing while nothing is on its way (R52). */
export async function ParcelsOfRecord({ services, actor, patientId }: ParcelsOfRecordProps) {
  const parcels = await parcelsOf(services, actor, patientId);
  if (parcels.length === 0) return null;
  const [words, language] = await Promise.all([getTranslations("cases.parcel"), getLocale()]);
  return (
    <Section id="parcels" title={words("title")}>
      {parcels.map(({ id, number, shippedAt, tracking }) => (
        <Card key={id}>
          <Row between>
            <div className="flex min-w-0 flex-col">
              <span className="font-semibold">{number}</span>
              {shippedAt && (
                <span className="text-muted text-sm">
                  {words("shipped", { day: formatInstantDay(shippedAt, actor.zone, language) })}
                </span>
              )}
              {tracking && (
                <span className="text-muted text-sm wrap-anywhere">
                  {words("tracking", { tracking })}
                </span>
              )}
            </div>
            <TakeParcel caseId={id} words={{ arrived: words("arrived") }} />
          </Row>
        </Card>
      ))}
    </Section>
  );
}
