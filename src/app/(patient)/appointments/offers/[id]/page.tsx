import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { patientPage } from "@/features/access/page-gates";
import { oneOf, pathId } from "@/features/appointments/page-search";
import { OfferView } from "@/features/waiting-list/components/offer-view";
import { offerPage } from "@/features/waiting-list/offer-page";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }>; searchParams: PageSearch };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("waitingList.offer");
  return { title: words("title") };
}

/** R35: where the mail of an offer leads, behind the login. */
export default async function OfferOfTimePage({ params, searchParams }: Props) {
  const id = pathId((await params).id);
  if (id === null) notFound();
  const { services, actor } = await patientPage(`/appointments/offers/${id}`, searchParams);
  const page = await offerPage(services, actor, id);
  if (page === null) notFound();
  return <OfferView actor={actor} page={page} patient={oneOf(await searchParams, "patient")} />;
}
