"use client";

import { useId } from "react";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import type { Diary } from "../../schema";
import { dayInZone, isDay } from "../../view/calendar-days";
import { namedChairs } from "../../view/diary-columns";
import { clockAt, instantAt, readClock } from "../../view/wall-clock";
import { useDiarySpeech } from "../diary-context";
import type { Place } from "../moving-types";

/** A place as it is typed. */
export interface TypedPlace {
  readonly on: string;
  readonly clock: string;
  readonly minutes: string;
  readonly practitionerId: string;
  /** Empty: the first free one. */
  readonly chairId: string;
  /** The instant the fields were filled from: tells the two of an hour that comes twice apart. */
  readonly nearMs: number;
}

export function typedPlace(place: Place, zone: string): TypedPlace {
  return {
    on: dayInZone(place.startMs, zone),
    clock: clockAt(place.startMs, zone),
    minutes: String(place.minutes),
    practitionerId: place.practitionerId,
    chairId: place.chairId ?? "",
    nearMs: place.startMs,
  };
}

/** Null while a field cannot be read. */
export function readPlace(typed: TypedPlace, zone: string): Place | null {
  const clock = readClock(typed.clock);
  const minutes = Number(typed.minutes);
  if (clock === null || !isDay(typed.on)) return null;
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 480) return null;
  return {
    startMs: instantAt(typed.on, clock, zone, typed.nearMs),
    minutes,
    practitionerId: typed.practitionerId,
    chairId: typed.chairId || null,
  };
}

type TimeFieldsProps = {
  typed: TypedPlace;
  onType: (typed: TypedPlace) => void;
  diary: Pick<Diary, "practitioners" | "chairs" | "locations">;
};

/** Day, time, length, who and where, as fields: what dragging does, without dragging (WCAG 2.5.7). */
export function TimeFields({ typed, onType, diary }: TimeFieldsProps) {
  const { words, zone } = useDiarySpeech();
  const id = useId();
  const set = (part: Partial<TypedPlace>) => onType({ ...typed, ...part });
  const isRead = (part: "on" | "clock" | "minutes") =>
    readPlace(
      {
        ...typed,
        ...(part !== "on" && { on: "2030-01-01" }),
        ...(part !== "clock" && { clock: "10:00" }),
        ...(part !== "minutes" && { minutes: "30" }),
      },
      zone,
    ) !== null;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[1.4fr_1fr_1fr]">
      <div className="col-span-2 sm:col-span-1">
        <TextField
          error={isRead("on") ? undefined : words.dayWrong}
          id={`${id}-on`}
          label={words.dayField}
          name="on"
          onChange={(event) => set({ on: event.target.value })}
          type="date"
          value={typed.on}
        />
      </div>
      <TextField
        autoComplete="off"
        error={isRead("clock") ? undefined : words.timeWrong}
        id={`${id}-clock`}
        inputMode="numeric"
        label={words.time}
        name="clock"
        onChange={(event) => set({ clock: event.target.value })}
        value={typed.clock}
      />
      <TextField
        error={isRead("minutes") ? undefined : words.minutesWrong}
        id={`${id}-minutes`}
        inputMode="numeric"
        label={words.minutes}
        max={480}
        min={5}
        name="minutes"
        onChange={(event) => set({ minutes: event.target.value })}
        step={5}
        type="number"
        value={typed.minutes}
      />
      <div className="col-span-2 grid gap-3 sm:col-span-3 sm:grid-cols-2">
        <SelectField
          id={`${id}-practitioner`}
          label={words.practitioner}
          name="practitionerId"
          onChange={(event) => set({ practitionerId: event.target.value })}
          options={diary.practitioners
            .filter((one) => !one.archived || one.id === typed.practitionerId)
            .map(({ id: value, name }) => ({ value, label: name }))}
          value={typed.practitionerId}
        />
        <SelectField
          id={`${id}-chair`}
          label={words.chair}
          name="chairId"
          onChange={(event) => set({ chairId: event.target.value })}
          options={[
            { value: "", label: words.anyChair },
            ...namedChairs(diary).map(({ id: value, name }) => ({ value, label: name })),
          ]}
          value={typed.chairId}
        />
      </div>
    </div>
  );
}
