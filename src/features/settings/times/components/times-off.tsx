import { getTranslations } from "@/lib/translations";
import type { AbsenceView } from "../queries";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import { SpanForm } from "./span-form";
import { SpanList } from "./span-list";

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
        <SpanList
          language={language}
          of="time-off"
          spans={absences.map(({ kind, reason, ...span }) => ({
            ...span,
            what: [words(`kinds.${kind}`), reason].filter(Boolean).join(" · "),
          }))}
          words={words}
          zone={zone}
        />
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
