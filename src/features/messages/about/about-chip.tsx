import { CalendarDays, Package, Smile } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { aboutWords } from "./about-words";
import type { AboutView } from "./schema";

type AboutChipProps = {
  about: AboutView | null;
  zone: string;
  /** Where the visit, the stage or the case is seen, on the reader's own side. */
  hrefOf: (about: AboutView) => string;
};

const icons = { visit: CalendarDays, stage: Smile, case: Package } as const;

/** What a thread is about, leading there; nothing where there is nothing, or it is gone (R37). */
export async function AboutChip({ about, zone, hrefOf }: AboutChipProps) {
  if (about === null) return null;
  const { label } = await aboutWords(about, { zone, language: await getLocale() });
  const Icon = icons[about.kind];
  return (
    <Link
      className="flex min-h-11 w-fit max-w-full items-center gap-2 rounded-chip bg-accent-soft px-4 py-1.5 font-medium text-sm hover:underline"
      href={hrefOf(about)}
      prefetch={false}
    >
      <Icon aria-hidden="true" className="size-4.5 shrink-0 text-accent" />
      <span className="min-w-0 wrap-anywhere">{label}</span>
    </Link>
  );
}
