"use client";

import { Keyboard } from "lucide-react";
import { useEffect, useState } from "react";
import { Dialog } from "../dialog";
import { useUiWords } from "../ui-words";

export type Shortcut = { keys: string[]; label: string };

const storageKey = "archway.shortcuts";

/**
 * Single keys for those who work with them: `j` and `k` walk through elements marked `data-list-item`,
 * `/` goes to the one marked `data-search` or else opens the one marked `data-palette`, `?` shows the list. They can be
 * switched off.
 */
export function Shortcuts({ shortcuts }: { shortcuts: Shortcut[] }) {
  const words = useUiWords();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(storageKey) !== "off"), []);
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") setOpen(true);
      else if (event.key === "/") goToSearch();
      else if (event.key === "j") moveInList(1);
      else if (event.key === "k") moveInList(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
  return (
    <>
      <button
        className="hidden min-h-11 items-center gap-3 rounded-control px-3 font-medium text-muted hover:bg-sunken hover:text-ink lg:flex"
        onClick={() => setOpen(true)}
        type="button"
      >
        <Keyboard aria-hidden="true" className="size-5" />
        {words.keyboard}
        <Kbd>?</Kbd>
      </button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.keyboard}>
        <dl className="flex flex-col">
          {shortcuts.map(({ keys, label }) => (
            <div
              className="flex items-center justify-between gap-4 border-hairline border-b py-2.5 last:border-0"
              key={label}
            >
              <dt>{label}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-11 items-center gap-3">
          <input
            checked={on}
            className="check-mark"
            onChange={(event) => {
              setOn(event.target.checked);
              localStorage.setItem(storageKey, event.target.checked ? "on" : "off");
            }}
            type="checkbox"
          />
          {words.shortcutsOn}
        </label>
      </Dialog>
    </>
  );
}

/** A key as it stands on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid h-6 min-w-6 place-items-center rounded-[0.4rem] border border-edge bg-canvas px-1.5 font-sans text-muted text-sm">
      {children}
    </kbd>
  );
}

function goToSearch() {
  const field = document.querySelector<HTMLElement>("[data-search]");
  if (field) field.focus();
  else document.querySelector<HTMLElement>("[data-palette]")?.click();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function moveInList(by: 1 | -1) {
  const items = Array.from(document.querySelectorAll<HTMLElement>("[data-list-item]"));
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
  next?.focus();
}
