"use client";

import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Menu } from "@/components/shells/menu";
import { menuItemLook } from "@/components/shells/menu-items";
import { useSingleKeys } from "@/components/shells/use-single-keys";

export interface MenuAction {
  readonly key: string;
  readonly label: string;
  /** Stands below the label, such as a time. */
  readonly note?: string | null;
  /** It is so already. */
  readonly isCurrent?: boolean;
  readonly opensDialog?: boolean;
  readonly onChoose: () => void;
}

type ActionMenuProps = {
  summary: ReactNode;
  /** Where the summary alone does not say what it is for. */
  label: string;
  actions: readonly MenuAction[];
  /** Opens it from anywhere on the page. */
  hotkey?: string;
  side?: "start" | "end";
  plain?: boolean;
  onOpen?: () => void;
};

const summaryLook =
  "inline-flex min-h-11 w-full cursor-pointer items-center gap-1.5 rounded-control border border-edge bg-surface px-3 font-semibold text-dense hover:border-ink hover:bg-sunken lg:min-h-9";

/** A button with a list of things to do; a key opens it at its first entry, arrows walk through it. */
export function ActionMenu(props: ActionMenuProps) {
  const { summary, label, actions, hotkey, side = "end", plain = false, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const opener = () => box.current?.querySelector("summary");

  useSingleKeys((key) => {
    const menu = box.current?.querySelector("details");
    if (key !== hotkey || !menu) return false;
    menu.open = true;
    menu.scrollIntoView({ block: "nearest" });
    menu.querySelector("button")?.focus();
    return true;
  });

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entries = [...(box.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const menu = box.current?.querySelector("details");
    if (step === undefined || entries.length === 0 || !menu) return;
    event.preventDefault();
    menu.open = true;
    const at = entries.indexOf(document.activeElement as HTMLElement);
    entries.at(at < 0 && step < 0 ? -1 : (at + step) % entries.length)?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk through the buttons inside
    <div className="min-w-0" onKeyDown={walk} ref={box}>
      <Menu
        {...(onOpen && { onOpen })}
        side={side}
        summary={
          <>
            <span className="sr-only">{label}</span>
            {summary}
            {!plain && (
              <ChevronDown aria-hidden="true" className="ms-auto size-4.5 shrink-0 text-muted" />
            )}
          </>
        }
        summaryClassName={summaryLook}
      >
        <ul className="-m-1 flex max-h-80 flex-col overflow-y-auto p-1">
          {actions.map(({ key, label: name, note, isCurrent, opensDialog, onChoose }) => (
            <li key={key}>
              <button
                aria-current={isCurrent || undefined}
                aria-haspopup={opensDialog ? "dialog" : undefined}
                className={`${menuItemLook} ${isCurrent ? "bg-accent-soft" : ""}`}
                onClick={(event) => {
                  event.currentTarget.closest("details")?.removeAttribute("open");
                  opener()?.focus();
                  onChoose();
                }}
                type="button"
              >
                <span className="flex min-w-0 flex-col py-1">
                  <span className="[overflow-wrap:anywhere]" dir="auto">
                    {name}
                  </span>
                  {note && <span className="font-normal text-muted text-sm">{note}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}
