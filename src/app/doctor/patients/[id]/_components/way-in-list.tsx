import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import {
  type ListPlace,
  type ListWish,
  listSearch,
} from "@/features/treatment/work-list/list-wish";
import { neighboursOf } from "@/features/treatment/work-list/neighbours";
import { getTranslations } from "@/lib/translations";
import { NeighbourLinks } from "./neighbour-links";

type WayInListProps = Admitted<ClinicActor> & {
  patientId: string;
  /** The list one came from, and where in it. */
  wish: ListWish;
  since: string;
};

/** Back to the list one came from and on within it; the patient is shown before the list has been counted. */
export function WayInList(props: WayInListProps) {
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-2 lg:min-h-9">
      <Suspense fallback={<BackToList page={null} wish={props.wish} />}>
        <Ways {...props} />
      </Suspense>
    </div>
  );
}

async function Ways({ services, actor, patientId, wish, since }: WayInListProps) {
  const neighbours = await neighboursOf(services, actor, wish, { id: patientId, since });
  return (
    <>
      <BackToList page={neighbours.page} wish={wish} />
      <NeighbourLinks neighbours={neighbours} wish={wish} />
    </>
  );
}

async function BackToList({ wish, page }: { wish: ListWish; page: ListPlace | null }) {
  const words = await getTranslations("doctor.patient.backTo");
  return (
    <Link
      className="inline-flex min-h-11 w-fit items-center gap-1.5 font-medium text-accent hover:underline lg:min-h-9"
      href={`/doctor?${listSearch(wish, page ?? {})}`}
      prefetch={false}
    >
      <ArrowLeft aria-hidden="true" className="size-4.5 rtl:rotate-180" />
      {words(listKey(wish))}
    </Link>
  );
}

function listKey({ show, whose, query }: ListWish) {
  if (query !== "") return "search";
  if (show !== "all") return "needs";
  return whose === "all" ? "practice" : "all";
}
