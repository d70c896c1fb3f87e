import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Temporal } from "temporal-polyfill";
import { getTranslations } from "@/lib/translations";
import { monthName, usageHref } from "./usage-words";

type MonthStepsProps = { month: string; thisMonth: string; language: string };

/** The month that is shown, and the ways to the ones beside it. */
export async function MonthSteps({ month, thisMonth, language }: MonthStepsProps) {
  const words = await getTranslations("usage.months");
  const shown = Temporal.PlainYearMonth.from(month);
  const before = shown.subtract({ months: 1 }).toString();
  const after = month < thisMonth ? shown.add({ months: 1 }).toString() : null;
  const look =
    "grid size-11 place-items-center rounded-control text-accent hover:bg-accent-soft lg:size-9";
  const step = (to: string, key: "before" | "after", Icon: typeof ChevronLeft) => (
    <Link
      aria-label={words(key, { month: monthName(to, language) })}
      className={look}
      href={usageHref({ month: to === thisMonth ? undefined : to })}
      prefetch={false}
    >
      <Icon aria-hidden="true" className="size-5 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <nav aria-label={words("label")} className="flex items-center gap-1">
      {step(before, "before", ChevronLeft)}
      <span aria-current="page" className="min-w-36 text-center font-semibold">
        {monthName(month, language)}
      </span>
      {after ? step(after, "after", ChevronRight) : <span className="size-11 lg:size-9" />}
    </nav>
  );
}
