"use client";

import { X } from "lucide-react";

type ChosenAboutProps = { label: string; takeOff: string; onTakeOff: () => void };

/** What the new thread is about, with a way to take it off. */
export function ChosenAbout({ label, takeOff, onTakeOff }: ChosenAboutProps) {
  return (
    <p className="flex w-fit max-w-full items-center gap-1 rounded-chip bg-accent-soft ps-4 font-medium text-sm">
      <span className="min-w-0 wrap-anywhere">{label}</span>
      <button
        aria-label={takeOff}
        className="grid size-11 shrink-0 place-items-center rounded-chip hover:bg-sunken"
        onClick={onTakeOff}
        type="button"
      >
        <X aria-hidden="true" className="size-4.5" />
      </button>
    </p>
  );
}
