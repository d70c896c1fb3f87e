import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { clinicPage } from "@/features/access/page-gates";
import { idOf, oneOf } from "@/features/appointments/page-search";
import { searchRecords } from "@/features/records/search-records";
import { addChoices } from "@/features/waiting-list/add-choices";
import { AddPatient } from "@/features/waiting-list/components/add-patient";
import { DeskList } from "@/features/waiting-list/components/desk-list";
import { OfferTimes } from "@/features/waiting-list/components/offer-times";
import { deskWaitingEntry, deskWaitingList } from "@/features/waiting-list/queries";
import { deskListQuery } from "@/features/waiting-list/schema";
import { timesToOffer } from "@/features/waiting-list/times-to-offer";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("waitingList.desk");
  return { title: words("metaTitle") };
}

/** R35: who waits. `?add=1` puts a patient on the list, `?offer=` shows the times one can be offered. */
export default async function DeskWaitingListPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await clinicPage("/desk/waiting-list", "staff", "admin");
  const search = await searchParams;
  const { zone } = actor;
  if (search.add !== undefined) {
    const patientId = idOf(search, "patient");
    const query = (oneOf(search, "query") ?? "").slice(0, 100);
    const choices = patientId === undefined ? null : await addChoices(services, actor, patientId);
    if (patientId !== undefined && choices === null) notFound();
    const found = choices ? null : await searchRecords(services, actor, { query });
    const today = services.now.toZonedDateTimeISO(zone).toPlainDate().toString();
    const records = found?.ok ? found.value.items.filter(({ isArchived }) => !isArchived) : [];
    return <AddPatient choices={choices} found={records} query={query} today={today} zone={zone} />;
  }
  const offerId = idOf(search, "offer");
  if (offerId !== undefined) {
    const entry = await deskWaitingEntry(services, actor, offerId);
    const times = await timesToOffer(services, actor, offerId);
    if (!entry || times === null) notFound();
    return <OfferTimes entry={entry} times={times} zone={zone} />;
  }
  const asked = deskListQuery.safeParse({ cursor: oneOf(search, "cursor") });
  const { cursor } = asked.success ? asked.data : {};
  const { value } = await deskWaitingList(services, actor, { cursor });
  const done = search.done === "added" || search.done === "offered" ? search.done : undefined;
  return <DeskList {...value} done={done} isFirst={cursor === undefined} zone={zone} />;
}
