import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Kbd } from "@/components/shells/shortcuts";
import { getTranslations } from "@/lib/translations";
import { NeighbourKeys } from "./neighbour-keys";

interface Neighbour {
  readonly id: string;
  readonly name: string;
}

export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

type NeighbourLinksProps = { neighbours: Neighbours; query: string };

/** To the patients before and after in the list one came from, without going back. */
export async function NeighbourLinks({ neighbours, query }: NeighbourLinksProps) {
  const words = await getTranslations("doctor.patient");
  const { previous, next } = neighbours;
  if (previous === null && next === null) return null;
  const look =
    "inline-flex min-h-11 items-center gap-2 rounded-control border border-edge bg-surface px-3 font-medium hover:border-ink hover:bg-sunken lg:min-h-9";
  return (
    <nav aria-label={words("neighbours")} className="flex gap-2">
      {previous !== null && (
        <Link
          className={look}
          data-neighbour="previous"
          href={`/doctor/patients/${previous.id}${query}`}
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
      {next !== null && (
        <Link
          className={look}
          data-neighbour="next"
          href={`/doctor/patients/${next.id}${query}`}
          prefetch={false}
        >
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
