"use client";

import { useState } from "react";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { WearNotedView } from "../schema";
import { amountOf } from "./amount";
import { useNote } from "./use-note";
import { WearChips } from "./wear-chips";
import { type DayToNote, WearDialog } from "./wear-dialog";
import type { WearWords } from "./wear-words";

type WearEntryProps = {
  patientId: string;
  /** Today, and yesterday where it can be noted. */
  days: readonly DayToNote[];
  choices: readonly number[];
  words: WearWords;
};

/** Notes today or yesterday: the day stands chosen, so one press does it, and two any other amount (R23). */
export function WearEntry({ patientId, days, choices, words }: WearEntryProps) {
  const [chosen, setChosen] = useState(days[0]?.on);
  const [noted, setNoted] = useState<WearNotedView | null>(null);
  const [asking, setAsking] = useState(false);
  const { note, sending, problem } = useNote(patientId, setNoted);
  const known = days.find(({ on }) => on === chosen) ?? days[0];
  if (known === undefined) return null;
  const day = noted?.on === known.on ? { ...known, minutes: noted.minutes } : known;
  return (
    <div className="flex flex-col gap-3">
      {days.length > 1 && (
        <fieldset
          aria-label={words.whichDay}
          className="grid grid-cols-2 gap-1 rounded-control bg-sunken p-1"
        >
          {days.map(({ on, name }) => (
            <button
              aria-pressed={on === day.on}
              className={classNames(
                "min-h-11 rounded-[0.5rem] border px-3 font-medium",
                on === day.on
                  ? "border-hairline bg-surface shadow-soft"
                  : "border-transparent text-muted hover:text-ink",
              )}
              key={on}
              onClick={() => setChosen(on)}
              type="button"
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      <WearChips
        amount={words.amount}
        choices={choices}
        label={words.howLong}
        minutes={day.minutes}
        onChoose={(minutes) => void note(day.on, minutes)}
        other={{ label: words.other, onChoose: () => setAsking(true) }}
        sending={sending}
      />
      {problem !== "" && (
        <p className="text-danger" role="alert">
          {problem}
        </p>
      )}
      <p className="sr-only" role="status">
        {noted !== null && saidOf(noted, days, words)}
      </p>
      {asking && (
        <WearDialog
          choices={choices}
          day={day}
          onClose={() => setAsking(false)}
          onNoted={setNoted}
          patientId={patientId}
          words={words}
        />
      )}
    </div>
  );
}

/** "Today: 22 h noted." */
export function saidOf(
  { on, minutes }: WearNotedView,
  days: readonly DayToNote[],
  words: WearWords,
): string {
  const day = days.find((candidate) => candidate.on === on)?.name ?? on;
  return minutes === null
    ? fillIn(words.removed, { day })
    : fillIn(words.noted, { day, amount: amountOf(minutes, words.amount) });
}
