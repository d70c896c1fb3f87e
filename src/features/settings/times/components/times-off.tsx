import { Card } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { AbsenceView } from "../queries";
import { ConfirmForm } from "./confirm-form";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import { SpanForm } from "./span-form";

type TimesOffProps = {
  practitionerId: string;
  absences: readonly AbsenceView[];
  zone: string;
  choices: PreviewChoices;
  formWords: TimesFormWords;
  language: string;
};

/** Somebody's time off and breaks ahead, and one more. */
export async function TimesOff(props: TimesOffProps) {
  const { practitionerId, absences, zone, choices, formWords, language } = props;
  const words = await getTranslations("visitSettings.hours");
  return (
    <>
      <p className="text-muted">{words("timeOffText")}</p>
      {absences.length > 0 && (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {absences.map(({ id, kind, startsAt, endsAt, reason }) => (
              <li className="flex flex-wrap items-center justify-between gap-3 px-5 py-2" key={id}>
                <div className="min-w-0">
                  <p className="font-medium">
                    <TimeText at={startsAt} language={language} zone={zone} /> –{" "}
                    <TimeText at={endsAt} language={language} zone={zone} />
                  </p>
                  <p className="wrap-anywhere text-muted text-sm">
                    {[words(`kinds.${kind}`), reason].filter(Boolean).join(" · ")}
                  </p>
                </div>
                <ConfirmForm
                  body={{}}
                  path={`/api/settings/time-off/${id}/remove`}
                  text={words("removeText")}
                  title={words("removeTitle")}
                  words={{
                    open: words("remove"),
                    label: words("removeLabel", {
                      from: formatInstantDay(startsAt, zone, language),
                    }),
                    go: words("remove"),
                    cancel: words("cancel"),
                  }}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <SpanForm
        choices={choices}
        formWords={formWords}
        language={language}
        of="time_off"
        options={(["time_off", "break"] as const).map((kind) => ({
          value: kind,
          label: words(`kinds.${kind}`),
        }))}
        practitionerId={practitionerId}
        words={{
          what: words("kind"),
          begins: words("begins"),
          ends: words("ends"),
          reason: words("reason"),
          reasonHint: words("reasonHint"),
        }}
      />
    </>
  );
}
