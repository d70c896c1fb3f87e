import { Section } from "@/components/layout";
import { inPractice } from "@/db/transaction";
import { changeReminderBounds } from "@/domain/reminders/change-rounds";
import type { ClinicActor } from "@/features/access/actors";
import { clockOptions } from "@/features/reminders/components/clock-options";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { changeTimesOf } from "../times";
import { ChangeTimesForm } from "./change-times-form";

/** R23: when patients are reminded of their aligner changes. */
export async function ChangeTimes({ services, actor }: { services: Services; actor: ClinicActor }) {
  const [times, words] = await Promise.all([
    inPractice(services.db, actor.practiceId, (tx) => changeTimesOf(tx, actor.practiceId)),
    getTranslations("reminders.changes"),
  ]);
  const off = { value: "", label: words("off") };
  const { evening, day, late } = changeReminderBounds;
  const clock = (
    { fromMinute, untilMinute }: { fromMinute: number; untilMinute: number },
    present: number | null,
  ) => [
    off,
    ...clockOptions(30, present ?? fromMinute).filter(
      ({ value }) => Number(value) >= fromMinute && Number(value) <= untilMinute,
    ),
  ];
  const days = Array.from({ length: late.untilDays - late.fromDays + 1 }, (_, index) => ({
    value: String(late.fromDays + index),
    label: words("days", { count: late.fromDays + index }),
  }));
  return (
    <Section id="changes" title={words("title")}>
      <p className="max-w-prose text-muted">{words("lead")}</p>
      <ChangeTimesForm
        options={{
          eveningMinute: clock(evening, times.eveningMinute),
          dayMinute: clock(day, times.dayMinute),
          lateDays: [off, ...days],
        }}
        times={times}
        words={pickWords(words, ["evening", "day", "late", "hint", "save", "saved"])}
      />
    </Section>
  );
}
