"use client";

import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { WearNotedView } from "../schema";
import { type DayToNote, WearDialog } from "./wear-dialog";
import { saidOf } from "./wear-entry";
import type { WearWords } from "./wear-words";

export interface ListedDay extends DayToNote {
  /** "21 h 30 min"; null where nothing was noted. */
  readonly amount: string | null;
}

type WearDayListProps = {
  patientId: string;
  /** The newest first. */
  days: readonly ListedDay[];
  choices: readonly number[];
  add: string;
  /** For those who do not see the pencil. */
  change: string;
  words: WearWords;
};

/** The days that can be noted or corrected, each opening its own dialog (R23). */
export function WearDayList(props: WearDayListProps) {
  const { patientId, days, choices, add, change, words } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const [noted, setNoted] = useState<WearNotedView | null>(null);
  const day = days.find(({ on }) => on === asked);
  return (
    <>
      <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
        {days.map(({ on, name, amount }) => (
          <li key={on}>
            <button
              className="flex min-h-12 w-full items-center justify-between gap-4 px-4 py-2 text-start hover:bg-sunken"
              onClick={() => setAsked(on)}
              type="button"
            >
              <span className="min-w-0">{name}</span>
              {amount === null ? (
                <span className="inline-flex shrink-0 items-center gap-1.5 font-medium text-accent">
                  <Plus aria-hidden="true" className="size-4" />
                  {add}
                </span>
              ) : (
                <span className="inline-flex shrink-0 items-center gap-2 font-semibold">
                  {amount}
                  <span className="sr-only">{change}</span>
                  <Pencil aria-hidden="true" className="size-4 text-muted" />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p className="sr-only" role="status">
        {noted !== null && saidOf(noted, days, words)}
      </p>
      {day !== undefined && (
        <WearDialog
          choices={choices}
          day={day}
          key={day.on}
          onClose={() => setAsked(null)}
          onNoted={setNoted}
          patientId={patientId}
          words={words}
        />
      )}
    </>
  );
}
