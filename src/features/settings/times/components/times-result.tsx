"use client";

import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { fillIn } from "@/lib/fill-in";
import { formatDay, formatDayTime, formatInstantTime } from "@/lib/format-time";
import type { TimesPreview } from "../schema";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import type { PreviewView } from "./use-times-form";

type TimesResultProps = {
  preview: TimesPreview;
  choices: PreviewChoices | null;
  looksAt: PreviewView | null;
  look: (at: PreviewView) => void;
  language: string;
  words: TimesFormWords;
};

const SHOWN = 12;

/** What a change would do: a week's free times before and after, and the booked visits in its way. */
export function TimesResult(props: TimesResultProps) {
  const { preview, choices, looksAt, look, language, words } = props;
  const { timeZone, displaced, displacedCount } = preview;
  const all = preview.days.flatMap(({ times }) => times);
  const count = (is: string) => String(all.filter((time) => time.is === is).length);
  const isChanged = all.some(({ is }) => is !== "kept");
  const counts = { kept: count("kept"), added: count("new"), gone: count("gone") };
  return (
    <>
      <div className="flex flex-col gap-1" role="status">
        <p className="font-medium">
          {displacedCount === 0
            ? words.displacedNone
            : fillIn(words.displaced, { count: String(displacedCount) })}
        </p>
        {displacedCount > 0 && <p>{words.displacedText}</p>}
        {looksAt && <p>{isChanged ? fillIn(words.counts, counts) : words.noTimesChange}</p>}
      </div>
      {displacedCount > 0 && (
        <ul className="divide-y divide-hairline rounded-control border border-hairline bg-surface text-dense">
          {displaced.slice(0, SHOWN).map((visit) => (
            <li className="flex flex-wrap justify-between gap-x-4 px-4 py-2" key={visit.id}>
              <span className="wrap-anywhere font-medium">{visit.patient}</span>
              <span className="text-muted">
                {formatDayTime(visit.startsAt, timeZone, language)}, {visit.practitioner}
              </span>
            </li>
          ))}
          {displacedCount > SHOWN && (
            <li className="px-4 py-2 text-muted">
              {fillIn(words.displacedMore, { count: String(displacedCount - SHOWN) })}
            </li>
          )}
        </ul>
      )}
      {looksAt && choices && (
        <>
          <div className="grid gap-4 sm:grid-cols-3">
            <SelectField
              label={words.practitioner}
              name="previewPractitioner"
              onChange={(event) => look({ ...looksAt, practitionerId: event.target.value })}
              options={choices.practitioners.map(({ id, name }) => ({ value: id, label: name }))}
              value={looksAt.practitionerId}
            />
            {choices.types && (
              <SelectField
                label={words.visitType}
                name="previewType"
                onChange={(event) => look({ ...looksAt, visitTypeId: event.target.value })}
                options={choices.types.map(({ id, name }) => ({ value: id, label: name }))}
                value={looksAt.visitTypeId ?? ""}
              />
            )}
            <TextField
              defaultValue={looksAt.weekOn}
              label={words.week}
              name="previewWeek"
              onChange={(event) => {
                if (/^2[01]\d\d-\d\d-\d\d$/.test(event.target.value))
                  look({ ...looksAt, weekOn: event.target.value });
              }}
              type="date"
            />
          </div>
          <section aria-label={words.freeTimes} className="flex flex-col gap-3">
            {preview.days.map(({ on, times }) => (
              <div className="grid gap-1 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-4" key={on}>
                <h3 className="pt-1 font-medium text-dense">{formatDay(on, language)}</h3>
                {times.length === 0 ? (
                  <p className="pt-1 text-dense text-muted">{words.none}</p>
                ) : (
                  <ul className="flex flex-wrap gap-1.5">
                    {times.map(({ startsAt, is }) => (
                      <li className={timeLook[is]} key={startsAt}>
                        {is === "new" && <span aria-hidden="true">+</span>}
                        <time dateTime={startsAt}>
                          {formatInstantTime(startsAt, timeZone, language)}
                        </time>
                        {is !== "kept" && <span className="sr-only">{words[is]}</span>}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </section>
          <p className="text-muted text-sm">{fillIn(words.zone, { zone: timeZone })}</p>
        </>
      )}
    </>
  );
}

const chip = "inline-flex gap-0.5 rounded-chip border px-2.5 py-0.5 text-sm tabular-nums";
const timeLook = {
  kept: `${chip} border-hairline bg-surface`,
  new: `${chip} border-success bg-success-soft font-semibold text-success`,
  gone: `${chip} border-hairline bg-transparent text-muted line-through`,
};
