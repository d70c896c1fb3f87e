import { Mail, MessageSquareText } from "lucide-react";
import { getLocale } from "next-intl/server";
import type { Temporal } from "temporal-polyfill";
import { Button } from "@/components/button";
import { Card, Stack } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { TimeText } from "@/components/time-text";
import { formatDay, formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import { previewReminders, type ReminderSettings } from "../queries";
import { clockOptions } from "./clock-options";

type Search = Readonly<Record<string, string | string[] | undefined>>;

type ReminderPreviewProps = {
  settings: ReminderSettings;
  search: Search;
  now: Temporal.Instant;
  zone: string;
};

/** What a visit of a type at a weekday and time would send, by the rules as they are saved. */
export async function ReminderPreview({ settings, search, now, zone }: ReminderPreviewProps) {
  const [words, language] = await Promise.all([
    getTranslations("reminders.settings.preview"),
    getLocale(),
  ]);
  const { visitTypes } = settings;
  const chosen = visitTypes.find(({ id }) => id === search.type) ?? visitTypes[0];
  const visit = {
    visitTypeId: chosen?.id ?? "",
    weekday: numberWithin(search.weekday, 1, 7, 5),
    minute: numberWithin(search.minute, 0, 1439, 600),
  };
  const { visitAt, reminders } = previewReminders(settings, visit, { now, zone });
  const at = {
    day: formatInstantDay(visitAt, zone, language),
    time: formatInstantTime(visitAt, zone, language),
  };
  return (
    <Card>
      <Stack gap={6}>
        <form
          action="/desk/settings/reminders#preview"
          className="grid items-end gap-4 sm:grid-cols-4"
        >
          <SelectField
            defaultValue={visit.visitTypeId}
            label={words("type")}
            name="type"
            options={visitTypes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            defaultValue={String(visit.weekday)}
            label={words("weekday")}
            name="weekday"
            options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
              value: String(weekday),
              label: weekdayName(weekday, language),
            }))}
          />
          <SelectField
            defaultValue={String(visit.minute)}
            label={words("time")}
            name="minute"
            options={clockOptions(15, visit.minute)}
          />
          <Button kind="secondary" type="submit">
            {words("show")}
          </Button>
        </form>
        <div className="flex flex-col gap-3">
          <p>{words(reminders.length > 0 ? "lead" : "nothing", at)}</p>
          <ol className="flex flex-col gap-2">
            {reminders.map(({ dueAt, channel }) => {
              const Icon = channel === "mail" ? Mail : MessageSquareText;
              return (
                <li
                  className="flex items-center gap-3 rounded-control bg-sunken px-4 py-2.5"
                  key={`${dueAt} ${channel}`}
                >
                  <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
                  <span className="grow">
                    <TimeText at={dueAt} language={language} zone={zone} />
                  </span>
                  <span className="text-muted">{words(channel)}</span>
                </li>
              );
            })}
          </ol>
        </div>
      </Stack>
    </Card>
  );
}

/** "Friday"; the first days of 2024 were a whole week from Monday on. */
function weekdayName(weekday: number, language: string): string {
  return formatDay(`2024-01-0${weekday}`, language).split(" ")[0] ?? "";
}

function numberWithin(asked: unknown, from: number, until: number, otherwise: number): number {
  const number = typeof asked === "string" && /^\d{1,4}$/.test(asked) ? Number(asked) : otherwise;
  return number >= from && number <= until ? number : otherwise;
}
