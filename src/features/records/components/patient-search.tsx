"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { StatusChip } from "@/components/badge";
import { useFocusSoon } from "@/components/use-focus-soon";
import { getJson } from "@/lib/api-client";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { shortDate } from "@/lib/short-day";
import type { RecordLine } from "../find-patients";

export type PatientSearchWords = Record<
  "patient" | "patientHint" | "restricted" | "nobodyFound" | "found",
  string
>;

type PatientSearchProps = {
  words: PatientSearchWords;
  language: string;
  onChoose: (patient: RecordLine) => void;
  /** The word beside an archived record; without it archived ones are left out. */
  archived?: string;
};

const PAUSE_MS = 150;
const MOST = 6;

/** Finds by name, telephone or birth date while one types; Enter takes the first. */
export function PatientSearch(props: PatientSearchProps) {
  const { words, language, onChoose, archived } = props;
  const withArchived = archived !== undefined;
  const id = useId();
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<{ query: string; items: RecordLine[] } | null>(null);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useFocusSoon(field);
  useEffect(() => {
    const text = query.trim();
    if (text === "") {
      setFound(null);
      return;
    }
    let left = false;
    const timer = setTimeout(async () => {
      const path = `/api/patients?query=${encodeURIComponent(text)}`;
      const answer = await getJson<{ items: RecordLine[] }>(path);
      if (left) return;
      setActive(0);
      if (answer.ok) {
        const items = answer.value.items.filter((one) => withArchived || !one.isArchived);
        setFound({ query: text, items: items.slice(0, MOST) });
      }
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [query, withArchived]);

  // Enter before the answer is there takes the first of what comes.
  const wanted = useRef(false);
  const isCurrent = found?.query === query.trim();
  const items = found?.items ?? [];
  useEffect(() => {
    const first = found?.items[0];
    if (wanted.current && isCurrent && first) onChoose(first);
    if (isCurrent) wanted.current = false;
  }, [found, isCurrent, onChoose]);

  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      const chosen = items[active];
      if (isCurrent && chosen) onChoose(chosen);
      else wanted.current = query.trim() !== "";
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setActive((at) => Math.max(0, Math.min(items.length - 1, at + step)));
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label className="w-fit font-semibold" htmlFor={id}>
        {words.patient}
      </label>
      <input
        aria-activedescendant={items[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded={items.length > 0}
        autoComplete="off"
        className="control"
        id={id}
        maxLength={100}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
        placeholder={words.patientHint}
        ref={field}
        role="combobox"
        spellCheck={false}
        value={query}
      />
      <div
        aria-label={words.patient}
        className={classNames(
          "overflow-hidden rounded-control border border-hairline",
          items.length === 0 && "hidden",
        )}
        id={`${id}-list`}
        role="listbox"
      >
        {items.map((one, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
          <div
            aria-selected={at === active}
            className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-3 border-hairline border-b px-3.5 py-1.5 last:border-0 hover:bg-sunken aria-selected:bg-accent-soft"
            id={`${id}-${at}`}
            key={one.id}
            onClick={() => onChoose(one)}
            role="option"
          >
            <span className="wrap-anywhere font-medium">{one.name}</span>
            {one.isArchived && <StatusChip>{archived}</StatusChip>}
            {one.bookingRestricted && <StatusChip tone="notice">{words.restricted}</StatusChip>}
            <span className="text-muted text-sm tabular-nums">
              {shortDate(one.dateOfBirth, language)}
              {one.mobile && ` · ${one.mobile}`}
            </span>
          </div>
        ))}
      </div>
      <p className="text-muted text-sm" role="status">
        {isCurrent &&
          (items.length === 0 ? words.nobodyFound : fillIn(words.found, { count: items.length }))}
      </p>
    </div>
  );
}
