"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useFocusSoon } from "@/components/use-focus-soon";
import { fillIn } from "@/lib/fill-in";
import type { TemplateMenuWords } from "../components/words";
import type { TemplateView } from "../templates/schema";

type TemplateListProps = {
  items: readonly TemplateView[];
  onChoose: (template: TemplateView) => void;
  words: TemplateMenuWords;
};

/** Templates whose name or words have what is typed; arrows walk, Enter takes one. */
export function TemplateList({ items, onChoose, words }: TemplateListProps) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useFocusSoon(field);
  const found = items.filter((one) => hasWords(one, query));
  const groups = [
    { key: "own", label: words.own, items: found.filter((one) => !one.forEverybody) },
    { key: "everybody", label: words.everybody, items: found.filter((one) => one.forEverybody) },
  ].filter((group) => group.items.length > 0);

  function press(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      const chosen = found[active];
      if (chosen && !event.nativeEvent.isComposing) onChoose(chosen);
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(found.length - 1, active + step));
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  }

  return (
    <div className="flex flex-col gap-3">
      <input
        aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded={found.length > 0}
        aria-label={words.search}
        autoComplete="off"
        className="control"
        maxLength={100}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
        placeholder={words.search}
        ref={field}
        role="combobox"
        value={query}
      />
      <div
        aria-label={words.open}
        className="-mx-2 flex max-h-[50dvh] flex-col gap-2 overflow-y-auto"
        id={`${id}-list`}
        role="listbox"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by the role
          <div aria-labelledby={`${id}-${group.key}`} key={group.key} role="group">
            <p
              className="px-3 pt-1 pb-1.5 font-semibold text-muted text-sm"
              id={`${id}-${group.key}`}
            >
              {group.label}
            </p>
            {group.items.map((one) => {
              const at = found.indexOf(one);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
                <div
                  aria-selected={at === active}
                  className="flex min-h-11 cursor-pointer flex-col rounded-control px-3 py-2 hover:bg-sunken aria-selected:bg-accent-soft"
                  id={`${id}-${at}`}
                  key={one.id}
                  onClick={() => onChoose(one)}
                  role="option"
                >
                  <span className="wrap-anywhere font-medium" dir="auto">
                    {one.name}
                  </span>
                  <span className="wrap-anywhere line-clamp-2 text-muted text-sm" dir="auto">
                    {one.filled ?? one.body}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="min-h-5 text-muted text-sm" role="status">
        {query.trim() !== "" &&
          (found.length === 0
            ? words.nothing
            : fillIn(found.length === 1 ? words.foundOne : words.found, { count: found.length }))}
      </p>
    </div>
  );
}

/** Every word that is typed, wherever it stands, whatever its capitals. */
function hasWords({ name, body, filled }: TemplateView, query: string): boolean {
  const text = `${name}\n${filled ?? body}`.toLocaleLowerCase();
  return query
    .trim()
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
