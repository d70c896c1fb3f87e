import { CalendarClock, CircleCheckBig, Flame } from "lucide-react";
import { drawn } from "@/components/drawn";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { TreatmentView } from "../schema";
import { alignersWorn } from "./stage-names";

type AchievementsProps = { treatment: TreatmentView; language: Language };

/** Progress as something done: aligners, changes on time in a row, days to the next, the next part of the way (R27). */
export function Achievements({ treatment, language }: AchievementsProps) {
  const words = translationsIn(language, "treatment.achievements");
  const { onTimeStreak, bestStreak, daysToNextTray } = treatment.achievements;
  const worn = alignersWorn(treatment);
  // A row that has ended is told by the best there was: nobody is shown what they missed.
  const row = onTimeStreak > 0 ? onTimeStreak : bestStreak > 1 ? bestStreak : 0;
  const all = [
    { Icon: CircleCheckBig, value: worn, name: words("done", { count: worn }) },
    {
      Icon: Flame,
      value: row,
      name: words(onTimeStreak > 0 ? "streak" : "best", { count: row }),
    },
    {
      Icon: CalendarClock,
      value: daysToNextTray ?? 0,
      name: words("next", { count: daysToNextTray ?? 0 }),
    },
  ];
  const shown = all.filter(({ value }) => value > 0);
  if (shown.length === 0) return null;
  return (
    <ul
      aria-label={words("label")}
      className="grid grid-cols-[repeat(auto-fit,minmax(5.5rem,1fr))] gap-3"
      {...drawn(
        shown.map(({ Icon, value, name }) => (
          <li
            className="group flex flex-col gap-1 rounded-card bg-sunken px-3 py-3 only:flex-row only:items-center only:gap-3 only:px-4 sm:flex-row sm:items-start sm:gap-3 sm:px-4"
            key={name}
          >
            <Icon aria-hidden="true" className="size-6 shrink-0 text-accent" />
            <span className="flex min-w-0 flex-col group-only:flex-row group-only:items-baseline group-only:gap-2">
              <span className="font-bold text-xl leading-tight">{value}</span>
              <span className="text-muted text-sm leading-snug">{name}</span>
            </span>
          </li>
        )),
      )}
    />
  );
}
