import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import { ChooseNewTime } from "@/features/appointments/components/booking/choose-new-time";
import { NewTime } from "@/features/appointments/components/booking/new-time";
import { TimesSkeleton } from "@/features/appointments/components/booking/times-skeleton";
import { ChangeClosed } from "@/features/appointments/components/visits/change-closed";
import { idOf, oneOf, pathId } from "@/features/appointments/page-search";
import { findAppointment } from "@/features/appointments/queries";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }>; searchParams: PageSearch };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("appointments.reschedule");
  return { title: words("title") };
}

/** Another time for a visit: choose, see both, move (R31). */
export default async function ReschedulePage({ params, searchParams }: Props) {
  const id = pathId((await params).id);
  if (id === null) notFound();
  const admitted = await patientPage(`/appointments/${id}/reschedule`, searchParams);
  const visit = await findAppointment(admitted.services, admitted.actor, id);
  if (!visit) notFound();
  const search = await searchParams;
  if (visit.rescheduling !== "possible") {
    return (
      <ChangeClosed
        {...admitted}
        byPhone={visit.rescheduling === "call_practice"}
        change="reschedule"
        patientId={oneOf(search, "patient")}
        visit={visit}
      />
    );
  }
  const at = oneOf(search, "at");
  const by = idOf(search, "by");
  if (at && by && /^2[01]\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(at)) {
    return <NewTime {...admitted} at={at} by={by} search={search} visit={visit} />;
  }
  return (
    <Suspense fallback={<TimesSkeleton />}>
      <ChooseNewTime {...admitted} search={search} visit={visit} />
    </Suspense>
  );
}
