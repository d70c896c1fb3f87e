import { Card } from "@/components/layout";
import { formatDay } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { dayHoursView } from "../queries";
import { clock } from "../said";
import { ConfirmForm } from "./confirm-form";
import { DayForm } from "./day-form";
import type { PreviewChoices, TimesFormWords } from "./form-words";

type OtherDaysProps = {
  practitionerId: string;
  view: ReturnType<typeof dayHoursView>;
  locations: readonly { readonly id: string; readonly name: string }[];
  choices: PreviewChoices;
  formWords: TimesFormWords;
  language: string;
};

/** The days on which somebody works other hours, and one more. */
export async function OtherDays(props: OtherDaysProps) {
  const { practitionerId, view, locations, choices, formWords, language } = props;
  const words = await getTranslations("visitSettings.hours");
  const placeOf = (id: string) => locations.find((one) => one.id === id)?.name ?? "";
  return (
    <>
      <p className="text-muted">{words("exceptionsText")}</p>
      {view.days.length > 0 && (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {view.days.map(({ on, hours, seen }) => (
              <li className="flex flex-wrap items-center justify-between gap-3 px-5 py-2" key={on}>
                <div className="min-w-0">
                  <p className="font-medium">{formatDay(on, language, true)}</p>
                  <p className="wrap-anywhere text-muted text-sm">
                    {hours
                      .map(({ opensMinute, closesMinute, locationId }) =>
                        closesMinute === 0
                          ? words("notHere")
                          : `${clock(opensMinute)}–${clock(closesMinute)}, ${placeOf(locationId)}`,
                      )
                      .join("; ")}
                  </p>
                </div>
                <ConfirmForm
                  body={{ practitionerId, on, hours: [], seen }}
                  path="/api/settings/day-hours"
                  text={formatDay(on, language, true)}
                  title={words("weekAgain")}
                  words={{
                    open: words("weekAgain"),
                    label: words("weekAgainLabel", { day: formatDay(on, language) }),
                    go: words("weekAgain"),
                    cancel: words("cancel"),
                  }}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <DayForm
        choices={choices}
        days={view.days.map(({ on, seen }) => ({ on, seen }))}
        formWords={formWords}
        language={language}
        locations={locations}
        none={view.none}
        practitionerId={practitionerId}
        words={pickWords(words, ["on", "notHereThatDay", "from", "until", "where"])}
      />
    </>
  );
}
