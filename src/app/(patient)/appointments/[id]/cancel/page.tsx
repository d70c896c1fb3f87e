import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Card, PageTitle, Stack } from "@/components/layout";
import { patientPage } from "@/features/access/page-gates";
import { CancelVisit } from "@/features/appointments/components/visits/cancel-visit";
import { CancelledVisit } from "@/features/appointments/components/visits/cancelled-visit";
import { ChangeClosed } from "@/features/appointments/components/visits/change-closed";
import { VisitFacts } from "@/features/appointments/components/visits/visit-facts";
import { oneOf, pathId } from "@/features/appointments/page-search";
import { findAppointment } from "@/features/appointments/queries";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }>; searchParams: PageSearch };

const reasons = ["time", "ill", "notNeeded", "travel", "other"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("appointments.cancelling");
  return { title: words("title") };
}

/** A reason, then done, with the way to another time (R32). */
export default async function CancelPage({ params, searchParams }: Props) {
  const id = pathId((await params).id);
  if (id === null) notFound();
  const admitted = await patientPage(`/appointments/${id}/cancel`, searchParams);
  const { services, actor } = admitted;
  const [visit, words, search] = await Promise.all([
    findAppointment(services, actor, id),
    getTranslations("appointments.cancelling"),
    searchParams,
  ]);
  if (!visit) notFound();
  const patient = oneOf(search, "patient");
  if (visit.state === "cancelled") {
    return <CancelledVisit {...admitted} patientId={patient} visit={visit} />;
  }
  if (visit.cancelling !== "possible") {
    return (
      <ChangeClosed
        {...admitted}
        byPhone={visit.cancelling === "call_practice"}
        change="cancelling"
        patientId={patient}
        visit={visit}
      />
    );
  }
  return (
    <Stack gap={6}>
      <PageTitle title={words("title")} />
      <Card>
        <Stack gap={4}>
          <VisitFacts heading="h2" visit={visit} zone={actor.zone} />
          {visit.rescheduling === "possible" && (
            <p className="text-muted">
              {words("moveInstead")}{" "}
              <Link className="link" href={withPatient(`/appointments/${id}/reschedule`, patient)}>
                {words("move")}
              </Link>
            </p>
          )}
        </Stack>
      </Card>
      <CancelVisit
        appointmentId={id}
        keepHref={withPatient("/appointments", patient)}
        patientId={actor.patientId}
        reasons={reasons.map((reason) => words(`reasons.${reason}`))}
        words={pickWords(words, ["reason", "note", "confirm", "keep"])}
      />
    </Stack>
  );
}
