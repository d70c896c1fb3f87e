import { openSpans } from "@/domain/appointments/open-spans";
import { plainDate } from "@/domain/time/day-number";
import { type PracticeDay, practiceDays } from "@/domain/time/practice-day";
import { mergedSpans, type TimeSpan } from "@/domain/time/time-span";
import type { DayRange } from "@/features/appointments/free-times";
import { isoOf } from "@/features/appointments/free-times";
import { type DiaryFacts, locationTimes, practitionerTimes } from "./diary-facts";
import type { Diary, DiarySpan } from "./schema";

type Days = Diary["practitioners"][number]["days"];

/** What each day of a practitioner is made of: open times, and breaks, time off and closures within the day. */
export function practitionerDays(
  facts: DiaryFacts,
  practitioner: DiaryFacts["practitioners"][number],
  zone: string,
  range: DayRange,
): Days {
  const times = practitionerTimes(practitioner);
  const locations = locationTimes(facts);
  const absences = mergedSpans([...times.breaks, ...times.timeOff]);
  return practiceDays(zone, range.fromOn, range.toOn).map((day) => {
    const open = openSpans(day, times, locations, absences, facts.closures).map((span) =>
      spanOf("open", span, span.locationId),
    );
    const within = (spans: readonly TimeSpan[]) => spans.flatMap((span) => cut(span, day));
    return {
      on: plainDate(day.day).toString(),
      spans: [
        ...open,
        ...within(times.breaks).map((span) => spanOf("break", span, null)),
        ...within(times.timeOff).map((span) => spanOf("time_off", span, null)),
        ...facts.closures.flatMap((closure) =>
          cut(closure, day).map((span) =>
            spanOf("closed", span, closure.locationId, closure.reason),
          ),
        ),
      ],
    };
  });
}

function cut(span: TimeSpan, day: PracticeDay): TimeSpan[] {
  const startMs = Math.max(span.startMs, day.startMs);
  const endMs = Math.min(span.endMs, day.endMs);
  return startMs < endMs ? [{ startMs, endMs }] : [];
}

function spanOf(
  kind: DiarySpan["kind"],
  span: TimeSpan,
  locationId: string | null,
  label: string | null = null,
): DiarySpan {
  return { kind, startsAt: isoOf(span.startMs), endsAt: isoOf(span.endMs), locationId, label };
}
