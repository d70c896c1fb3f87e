import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Kbd } from "@/components/shells/shortcuts";
import { type ListWish, listSearch } from "@/features/treatment/work-list/list-wish";
import type { Neighbour, Neighbours } from "@/features/treatment/work-list/neighbours";
import { getTranslations } from "@/lib/translations";
import { NeighbourKeys } from "./neighbour-keys";

type NeighbourLinksProps = { neighbours: Neighbours; wish: ListWish };

/** To the patients before and after in the list one came from, without going back. */
export async function NeighbourLinks({ neighbours, wish }: NeighbourLinksProps) {
  const words = await getTranslations("doctor.patient");
  const { previous, next, standing } = neighbours;
  const href = ({ id, since }: Neighbour) =>
    `/doctor/patients/${id}?${listSearch(wish, { since })}`;
  if (previous === null && next === null) return null;
  const look =
    "inline-flex min-h-11 items-center gap-2 rounded-control border border-edge bg-surface px-3 font-medium hover:border-ink hover:bg-sunken lg:min-h-9";
  return (
    <nav aria-label={words("neighbours")} className="flex items-center gap-2">
      {previous !== null && (
        <Link
          className={look}
          data-neighbour="previous"
          href={href(previous)}
          prefetch={false}
          title={previous.name}
        >
          <ChevronLeft aria-hidden="true" className="size-4.5 rtl:rotate-180" />
          <span className="sr-only">{words("previous", { name: previous.name })}</span>
          <span aria-hidden="true" className="hidden lg:block">
            <Kbd>p</Kbd>
          </span>
        </Link>
      )}
      {standing !== null && (
        <span className="whitespace-nowrap px-1 text-muted text-sm">
          {words("standing", standing)}
        </span>
      )}
      {next !== null && (
        <Link className={look} data-neighbour="next" href={href(next)} prefetch={false}>
          <span className="sr-only">{words("next")}: </span>
          <span className="max-w-44 truncate">{next.name}</span>
          <span aria-hidden="true" className="hidden lg:block">
            <Kbd>n</Kbd>
          </span>
          <ChevronRight aria-hidden="true" className="size-4.5 rtl:rotate-180" />
        </Link>
      )}
      <NeighbourKeys />
    </nav>
  );
}
