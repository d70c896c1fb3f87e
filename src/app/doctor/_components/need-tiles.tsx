import { Hand, MessageCircle, TrendingDown, UsersRound } from "lucide-react";
import Link from "next/link";
import { type PatientLine, type WorkNeed, workNeeds } from "@/features/treatment/work-list";
import { classNames } from "@/lib/class-names";
import { getTranslations } from "@/lib/translations";

type NeedTilesProps = {
  work: readonly PatientLine[];
  /** What the list below shows; null while it shows a search. */
  current: WorkNeed | "needs" | "all" | null;
};

const icons = { answer: MessageCircle, off_track: TrendingDown, stop: Hand };

/** What waits, counted; each tile shows its patients below. */
export async function NeedTiles({ work, current }: NeedTilesProps) {
  const words = await getTranslations("doctor.work");
  return (
    <nav aria-label={words("label")}>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {workNeeds.map((need) => {
          const count = work.filter(({ needs }) => needs.includes(need)).length;
          const Icon = icons[need];
          const isCurrent = current === need;
          return (
            <li key={need}>
              <Link
                aria-current={isCurrent ? "page" : undefined}
                className={tileLook(isCurrent)}
                href={isCurrent ? "/doctor" : `/doctor?show=${need}`}
                prefetch={false}
              >
                <span className="flex items-center justify-between gap-2">
                  <span
                    className={count > 0 ? "font-bold text-2xl" : "font-bold text-2xl text-muted"}
                  >
                    {count}
                  </span>
                  <Icon
                    aria-hidden="true"
                    className={count > 0 ? "size-5 text-accent" : "size-5 text-muted"}
                  />
                </span>
                <span className="font-semibold">{words(need)}</span>
                <span className="hidden text-muted text-sm sm:block">{words(`${need}Hint`)}</span>
              </Link>
            </li>
          );
        })}
        <li>
          <Link
            aria-current={current === "all" ? "page" : undefined}
            className={tileLook(current === "all")}
            href={current === "all" ? "/doctor" : "/doctor?show=all"}
            prefetch={false}
          >
            <span className="flex h-8.5 items-center">
              <UsersRound aria-hidden="true" className="size-6 text-accent" />
            </span>
            <span className="font-semibold">{words("all")}</span>
            <span className="hidden text-muted text-sm sm:block">{words("allHint")}</span>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function tileLook(isCurrent: boolean): string {
  return classNames(
    "flex h-full min-h-20 flex-col justify-between gap-0.5 rounded-card border bg-surface p-4 shadow-soft transition-colors hover:border-edge",
    isCurrent ? "border-accent ring-1 ring-accent" : "border-hairline",
  );
}
