import type { LucideIcon } from "lucide-react";
import {
  Camera,
  ClipboardCheck,
  Hand,
  MessageCircle,
  Package,
  TrendingDown,
  Unplug,
} from "lucide-react";
import Link from "next/link";
import { type ListWish, listSearch } from "@/features/treatment/work-list/list-wish";
import { type WorkNeed, workNeeds } from "@/features/treatment/work-list/needs";
import { classNames } from "@/lib/class-names";
import { getTranslations } from "@/lib/translations";

type NeedTilesProps = {
  counts: Readonly<Record<WorkNeed, number>>;
  /** Cases that wait for the orthodontist (R41, R46). */
  cases: number;
  /** Own lab connections that have lapsed. */
  lapsed: number;
  /** What the list below shows. */
  wish: ListWish;
};

const icons: Record<WorkNeed, LucideIcon> = {
  answer: MessageCircle,
  check_in: Camera,
  off_track: TrendingDown,
  stop: Hand,
  approve: ClipboardCheck,
};

/** What waits, counted: a tile's number is the length of the list it opens. */
export async function NeedTiles({ counts, cases, lapsed, wish }: NeedTilesProps) {
  const words = await getTranslations("doctor.work");
  return (
    <nav aria-label={words("label")}>
      <ul className="grid grid-cols-3 gap-2 sm:gap-3 xl:grid-cols-7">
        {workNeeds.map((need) => {
          const isCurrent = wish.show === need;
          const search = listSearch({ ...wish, show: isCurrent ? "needs" : need, query: "" });
          // Those have a queue of their own, with the photos.
          const queue = wish.whose === "all" ? "/doctor/check-ins?whose=all" : "/doctor/check-ins";
          return (
            <Tile
              count={counts[need]}
              hint={words(`${need}Hint`)}
              href={need === "check_in" ? queue : `/doctor?${search}`}
              Icon={icons[need]}
              isCurrent={isCurrent}
              key={need}
              name={words(need)}
            />
          );
        })}
        <Tile
          count={cases}
          hint={words("casesHint")}
          href={wish.whose === "all" ? "/doctor/cases?whose=all" : "/doctor/cases"}
          Icon={Package}
          isCurrent={false}
          name={words("cases")}
        />
        <Tile
          className="col-span-3 xl:col-span-1"
          count={lapsed}
          hint={words("lapsedHint")}
          href="/doctor/integrations?show=lapsed"
          Icon={Unplug}
          isCurrent={false}
          name={words("lapsed")}
        />
      </ul>
    </nav>
  );
}

type TileProps = {
  className?: string;
  count: number;
  name: string;
  hint: string;
  href: string;
  Icon: LucideIcon;
  isCurrent: boolean;
};

function Tile({ className, count, name, hint, href, Icon, isCurrent }: TileProps) {
  return (
    <li className={className}>
      <Link
        aria-current={isCurrent ? "page" : undefined}
        className={classNames(
          "flex h-full min-h-16 flex-col gap-0.5 rounded-card border bg-surface px-3 py-2.5 shadow-soft transition-colors hover:border-edge sm:px-4 sm:py-3",
          isCurrent ? "border-accent ring-1 ring-accent" : "border-hairline",
        )}
        href={href}
        prefetch={false}
      >
        <span className="flex items-center justify-between gap-2">
          <span className={classNames("font-bold text-2xl", count === 0 && "text-muted")}>
            {count}
          </span>
          <Icon
            aria-hidden="true"
            className={classNames("size-5", count > 0 ? "text-accent" : "text-muted")}
          />
        </span>
        <span className="font-semibold text-sm leading-snug sm:text-dense">{name}</span>
        <span className="hidden text-muted text-sm sm:block">{hint}</span>
      </Link>
    </li>
  );
}
