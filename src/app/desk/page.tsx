import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { ButtonLink } from "@/components/button";
import { PageTitle, Stack } from "@/components/layout";
import { ListDetail } from "@/components/shells/list-detail";
import { Skeleton } from "@/components/skeleton";
import { clinicPage } from "@/features/access/page-gates";
import { OpenDisruptions } from "@/features/disruptions/components/open-disruptions";
import { deskHome } from "@/features/records/queries";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { ComingOfAge } from "./_components/coming-of-age";
import { FailedRegistrations } from "./_components/failed-registrations";
import { FoundRecords } from "./_components/found-records";
import { ListSkeleton } from "./_components/list-skeleton";
import { queryOf } from "./_components/query-of";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("desk.home");
  return { title: words("metaTitle") };
}

/** The desk begins with finding a patient (R52); beside it, who could not register (R8). */
export default async function DeskPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await clinicPage("/desk", "staff", "admin");
  const query = queryOf(await searchParams);
  const [words, search] = await Promise.all([
    getTranslations("desk.home"),
    getTranslations("records.search"),
  ]);
  const home = deskHome(services, actor);
  return (
    <>
      <PageTitle
        action={
          <ButtonLink
            href={`/desk/records/new${query === "" ? "" : `?query=${encodeURIComponent(query)}`}`}
            icon={<UserPlus aria-hidden="true" className="size-4.5" />}
            kind="secondary"
            prefetch={false}
            small
          >
            {search("new")}
          </ButtonLink>
        }
        title={words("title")}
      />
      <ListDetail
        detail={
          <Suspense fallback={<Skeleton className="h-48 w-full" />}>
            <Stack gap={8}>
              <OpenDisruptions actor={actor} services={services} />
              <FailedRegistrations home={home} zone={actor.zone} />
              <ComingOfAge actor={actor} services={services} />
            </Stack>
          </Suspense>
        }
        list={
          <Suspense fallback={<ListSkeleton />}>
            <FoundRecords actor={actor} home={home} query={query} services={services} />
          </Suspense>
        }
        listLabel={search("label")}
      />
    </>
  );
}
