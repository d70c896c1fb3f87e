import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import { BookedVisit } from "@/features/appointments/components/booking/booked-visit";
import { ChooseTime } from "@/features/appointments/components/booking/choose-time";
import { ChooseType } from "@/features/appointments/components/booking/choose-type";
import { HeldTime } from "@/features/appointments/components/booking/held-time";
import { PhoneOnly } from "@/features/appointments/components/booking/phone-only";
import { TimesSkeleton } from "@/features/appointments/components/booking/times-skeleton";
import { idOf, oneOf } from "@/features/appointments/page-search";
import { findAppointment, findHold } from "@/features/appointments/queries";
import { visitTypes } from "@/features/appointments/slot-queries";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("appointments.new");
  return { title: words("title") };
}

/** One address for the whole way: what for, when, is this right, done. The step is what the address names. */
export default async function NewAppointmentPage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/appointments/new", searchParams);
  const { services, actor } = admitted;
  const search = await searchParams;
  const patientId = oneOf(search, "patient");

  const bookedId = idOf(search, "booked");
  const booked = bookedId && (await findAppointment(services, actor, bookedId));
  if (booked) {
    const { zone, patientId: whose } = actor;
    return <BookedVisit patientId={patientId} visit={booked} whose={whose} zone={zone} />;
  }

  const holdId = idOf(search, "hold");
  const hold = holdId && (await findHold(services, actor, holdId));
  if (hold) return <HeldTime {...admitted} hold={hold} search={search} />;

  const types = await visitTypes(services, actor);
  const items = types.ok ? types.value.items : [];
  if (items.length === 0) return <PhoneOnly {...admitted} />;
  const typeId = idOf(search, "type") ?? (items.length === 1 ? items[0]?.id : undefined);
  if (typeId === undefined) return <ChooseType patientId={patientId} types={items} />;
  if (!items.some(({ id }) => id === typeId)) notFound();
  return (
    <Suspense fallback={<TimesSkeleton />}>
      <ChooseTime
        {...admitted}
        holdGone={holdId !== undefined}
        search={search}
        severalTypes={items.length > 1}
        visitTypeId={typeId}
      />
    </Suspense>
  );
}
