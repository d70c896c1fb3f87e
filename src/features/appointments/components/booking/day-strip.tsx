import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { dateFormat } from "@/lib/date-formats";
import { formatDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { TimeChoice } from "../../time-choice";

type DayStripProps = { choice: TimeChoice; hrefOf: (day: string) => string };

/** A week of days to choose from; a day without free times is said, not offered. */
export async function DayStrip({ choice, hrefOf }: DayStripProps) {
  const [words, language] = await Promise.all([getTranslations("appointments.times"), getLocale()]);
  const { week, dayOn, previousOn, nextOn, firstFreeOn } = choice;
  const empty = week.every(({ count }) => count === 0);
  return (
    <div className="flex flex-col gap-3">
      <nav aria-label={words("week")} className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-2">
          <WeekLink href={previousOn && hrefOf(previousOn)} label={words("previousWeek")}>
            <ChevronLeft aria-hidden="true" className="size-5 rtl:rotate-180" />
          </WeekLink>
          <p className="text-center font-semibold">{formatDay(dayOn, language)}</p>
          <WeekLink href={nextOn && hrefOf(nextOn)} label={words("nextWeek")}>
            <ChevronRight aria-hidden="true" className="size-5 rtl:rotate-180" />
          </WeekLink>
        </div>
        <ul className="grid grid-cols-7 gap-1">
          {week.map(({ on, count }) => (
            <li key={on}>
              {count === 0 ? (
                <span className={`${cell} border-transparent text-muted`}>
                  <DayFace count={words("count", { count })} language={language} on={on} />
                </span>
              ) : (
                <Link
                  aria-current={on === dayOn ? "date" : undefined}
                  className={`${cell} ${offered}`}
                  href={hrefOf(on)}
                  scroll={false}
                >
                  <DayFace count={words("count", { count })} language={language} on={on} />
                </Link>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {empty && (
        <p className="flex flex-wrap items-center gap-x-3">
          <span className="text-muted">{words("noneInWeek")}</span>
          {firstFreeOn !== null && (
            <Link
              className="link inline-flex min-h-11 items-center"
              href={hrefOf(firstFreeOn)}
              scroll={false}
            >
              {words("firstFree")}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

const cell =
  "flex min-h-14 flex-col items-center justify-center rounded-control border text-sm leading-tight";
const offered = [
  "border-edge bg-surface font-semibold transition-colors hover:border-accent hover:bg-accent-soft",
  "aria-[current=date]:border-accent aria-[current=date]:bg-accent aria-[current=date]:text-on-accent",
].join(" ");

type DayFaceProps = { on: string; count: string; language: string };

function DayFace({ on, count, language }: DayFaceProps) {
  const at = new Date(`${on}T00:00:00Z`);
  const locale = language === "en" ? "en-GB" : language;
  const weekday = dateFormat(locale, { weekday: "short", timeZone: "UTC" });
  return (
    <>
      <span aria-hidden="true">{weekday.format(at)}</span>
      <span aria-hidden="true" className="text-base tabular-nums">
        {at.getUTCDate()}
      </span>
      <span className="sr-only">
        {formatDay(on, language)}, {count}
      </span>
    </>
  );
}

type WeekLinkProps = { href: string | null; label: string; children: ReactNode };

function WeekLink({ href, label, children }: WeekLinkProps) {
  const look = "grid size-11 shrink-0 place-items-center rounded-control border";
  if (href === null) return <span className={`${look} border-transparent`} />;
  return (
    <Link
      aria-label={label}
      className={`${look} border-edge bg-surface hover:border-ink hover:bg-sunken`}
      href={href}
      scroll={false}
    >
      {children}
    </Link>
  );
}
