"use client";

import { fillIn } from "@/lib/fill-in";
import type { DiaryColumn } from "../../view/diary-columns";
import { dayOf, timeOf, useDiarySpeech } from "../diary-context";
import type { Moving } from "../moving-types";

type MovingSaidProps = { moving: Moving | null; columns: readonly DiaryColumn[] };

/** Says where a visit would go while the arrow keys move it, in a line at the foot that is also read out. */
export function MovingSaid({ moving, columns }: MovingSaidProps) {
  const speech = useDiarySpeech();
  const column = columns.find(({ key }) => key === moving?.columnKey);
  const isShown = moving?.by === "keys";
  return (
    <div
      className={
        isShown
          ? "fixed inset-x-4 bottom-4 z-40 mx-auto max-w-xl rounded-card border border-accent bg-surface p-4 shadow-soft print:hidden"
          : "sr-only"
      }
    >
      <p aria-live="assertive">
        {isShown &&
          fillIn(speech.words.movingTo, {
            name: moving.visit.patient.name,
            day: dayOf(speech, moving.startMs),
            from: timeOf(speech, moving.startMs),
            until: timeOf(speech, moving.startMs + moving.minutes * 60_000),
            who: column?.name ?? speech.words.noChair,
          })}
      </p>
      {isShown && <p className="mt-1 text-muted text-sm">{speech.words.movingKeys}</p>}
    </div>
  );
}
