import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { patientPage } from "@/features/access/page-gates";
import { addressOf, idOf, oneOf } from "@/features/appointments/page-search";
import { JoinList } from "@/features/waiting-list/components/join-list";
import { joinChoices } from "@/features/waiting-list/join-choices";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("waitingList.join");
  return { title: words("titleAny") };
}

/** R35: `?visit=` waits for an earlier time than a visit's, `?type=` for any time of a type. */
export default async function WaitingListPage({ searchParams }: { searchParams: PageSearch }) {
  const search = await searchParams;
  const asked = { visitId: idOf(search, "visit"), typeId: idOf(search, "type") };
  const path = addressOf("/appointments/waiting-list", {
    visit: asked.visitId,
    type: asked.typeId,
  });
  const { services, actor } = await patientPage(path, searchParams);
  const patient = oneOf(search, "patient");
  // What one waits for is chosen beside a visit, or where no time of a type suits.
  if (!asked.visitId && !asked.typeId) redirect(addressOf("/appointments", { patient }));
  const choices = await joinChoices(services, actor, asked);
  if (choices === null) notFound();
  return <JoinList actor={actor} choices={choices} patient={patient} services={services} />;
}
