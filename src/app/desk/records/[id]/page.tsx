import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ListDetail } from "@/components/shells/list-detail";
import { Skeleton } from "@/components/skeleton";
import { clinicPage } from "@/features/access/page-gates";
import { guardiansOfRecord, hasGuardian } from "@/features/guardians/record-guardians";
import { deskHome } from "@/features/records/queries";
import { viewRecord } from "@/features/records/view-record";
import { getTranslations } from "@/lib/translations";
import { FoundRecords } from "../../_components/found-records";
import { ListSkeleton } from "../../_components/list-skeleton";
import { queryOf } from "../../_components/query-of";
import { Guardians } from "./_components/guardians";
import { ManageRecord } from "./_components/manage-record";
import { ParcelsOfRecord } from "./_components/parcels-of-record";
import { RecordDetail } from "./_components/record-detail";
import { RecordTreatment } from "./_components/record-treatment";

type RecordPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("records.record");
  // No name: titles stay in the browser's history.
  return { title: words("metaMissing") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One record, with the list it was found in beside it. */
export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const { id } = await params;
  const query = queryOf(await searchParams);
  const { services, actor } = await clinicPage(`/desk/records/${id}`, "staff", "admin");
  const record = uuid.test(id) ? await viewRecord(services, actor, id) : null;
  if (!record) notFound();
  const [guardians, words, search] = await Promise.all([
    guardiansOfRecord(services, actor, id),
    getTranslations("records.record"),
    getTranslations("records.search"),
  ]);
  const back = query === "" ? "/desk" : `/desk?query=${encodeURIComponent(query)}`;
  return (
    <>
      <Link
        className="link inline-flex min-h-11 items-center gap-2 self-start lg:hidden"
        href={back}
      >
        <ArrowLeft aria-hidden="true" className="size-4.5" />
        {words("backToSearch")}
      </Link>
      <ListDetail
        chosen
        detail={
          <RecordDetail
            guardians={
              <Guardians actor={actor} record={record} services={services} view={guardians} />
            }
            manage={<ManageRecord actor={actor} record={record} services={services} />}
            isGuarded={guardians !== null && hasGuardian(guardians)}
            record={record}
            treatment={
              <>
                <ParcelsOfRecord actor={actor} patientId={id} services={services} />
                <Suspense fallback={<Skeleton className="h-44 w-full" />}>
                  <RecordTreatment actor={actor} patientId={id} services={services} />
                </Suspense>
              </>
            }
            zone={actor.zone}
          />
        }
        list={
          <Suspense fallback={<ListSkeleton />}>
            <FoundRecords
              actor={actor}
              home={deskHome(services, actor)}
              query={query}
              selectedId={record.id}
              services={services}
            />
          </Suspense>
        }
        listLabel={search("label")}
      />
    </>
  );
}
