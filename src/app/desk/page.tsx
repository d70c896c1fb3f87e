import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout";
import { ListDetail } from "@/components/shells/list-detail";
import { clinicPage } from "@/features/access/page-gates";
import { deskHome } from "@/features/records/queries";
import { searchRecords } from "@/features/records/search-records";
import { FailedRegistrations } from "./_components/failed-registrations";
import { queryOf } from "./_components/query-of";
import { RecordList } from "./_components/record-list";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("desk.home");
  return { title: words("metaTitle") };
}

/** The desk begins with finding a patient (R52); beside it, who could not register (R8). */
export default async function DeskPage({ searchParams }: { searchParams: Search }) {
  const { services, actor } = await clinicPage("/desk", "staff", "admin");
  const query = queryOf(await searchParams);
  const [words, search, home, found] = await Promise.all([
    getTranslations("desk.home"),
    getTranslations("records.search"),
    deskHome(services, actor),
    searchRecords(services, actor, { query }),
  ]);
  const lines = query === "" ? home.recent : found.ok ? found.value.items : [];
  return (
    <>
      <PageTitle title={words("title")} />
      <ListDetail
        detail={<FailedRegistrations lines={home.failed} zone={actor.zone} />}
        list={<RecordList lines={lines} query={query} />}
        listLabel={search("label")}
      />
    </>
  );
}
