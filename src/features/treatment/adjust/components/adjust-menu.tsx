"use client";

import { ChevronDown, SlidersHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Menu } from "@/components/shells/menu";
import { menuItemLook } from "@/components/shells/menu-items";
import { Kbd } from "@/components/shells/shortcuts";
import type { AdjustChoice, AdjustOptions } from "../adjust-options";
import { AdjustDialog } from "./adjust-dialog";
import type { AdjustWords } from "./adjust-words";
import { tell, useTold } from "./told";
import { UndoButton } from "./undo-button";

type AdjustMenuProps = { patientId: string; options: AdjustOptions; words: AdjustWords };

const summaryLook =
  "inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3.5 font-semibold text-dense hover:border-ink hover:bg-sunken lg:min-h-9";

/** What an orthodontist can decide about the plan today; `a` opens it (R22). */
export function AdjustMenu({ patientId, options, words }: AdjustMenuProps) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState<AdjustChoice | null>(null);
  const told = useTold(patientId);
  useMenuKey(box);
  useEffect(() => () => tell(null), []);
  useEffect(() => {
    // The button that was pressed is gone with what it undid.
    if (told?.isUndone && document.activeElement === document.body) {
      box.current?.querySelector("summary")?.focus({ preventScroll: true });
    }
  }, [told]);

  function close() {
    setChoice(null);
    box.current?.querySelector("summary")?.focus();
  }

  function choose(event: MouseEvent<HTMLButtonElement>, chosen: AdjustChoice) {
    event.currentTarget.closest("details")?.removeAttribute("open");
    tell(null);
    setChoice(chosen);
  }

  return (
    <div className="flex flex-col items-end" ref={box}>
      <Menu
        summary={
          <>
            <SlidersHorizontal aria-hidden="true" className="size-4.5" />
            {words.menu}
            <span aria-hidden="true" className="hidden lg:block">
              <Kbd>a</Kbd>
            </span>
            <ChevronDown aria-hidden="true" className="size-4.5 text-muted" />
          </>
        }
        summaryClassName={summaryLook}
      >
        <ul className="flex flex-col">
          {options.choices.map((one) => (
            <li key={one}>
              <button
                aria-haspopup="dialog"
                className={menuItemLook}
                onClick={(event) => choose(event, one)}
                type="button"
              >
                {words.kind[one]}
              </button>
            </li>
          ))}
        </ul>
      </Menu>
      <div className="flex items-center gap-1 text-sm">
        <p className="text-success" role="status">
          {told !== null && (told.isUndone ? words.undone : words.saved)}
        </p>
        {told?.isUndone === false && (
          <UndoButton
            adjustmentId={told.adjustmentId}
            key={told.adjustmentId}
            name={words.undo}
            patientId={patientId}
            words={words}
          />
        )}
      </div>
      {choice !== null && (
        <AdjustDialog
          choice={choice}
          key={choice}
          onClose={close}
          onSaved={({ id }) => {
            close();
            tell({ patientId, adjustmentId: id, isUndone: false });
            router.refresh();
          }}
          options={options}
          patientId={patientId}
          words={words}
        />
      )}
    </div>
  );
}

/** `a` opens the menu and goes to its first entry, arrows walk through it, unless single keys are off or somebody types. */
function useMenuKey(box: { readonly current: HTMLDivElement | null }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const menu = box.current?.querySelector("details");
      if (!menu || event.ctrlKey || event.metaKey || event.altKey) return;
      const entries = [...menu.querySelectorAll<HTMLElement>("button")];
      const at = entries.indexOf(document.activeElement as HTMLElement);
      if (
        menu.open &&
        menu.contains(document.activeElement) &&
        /^Arrow(Up|Down)$/.test(event.key)
      ) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const next = at < 0 && step < 0 ? -1 : at + step;
        entries.at(next % entries.length)?.focus();
        return;
      }
      if (event.key !== "a" || localStorage.getItem("archway.shortcuts") === "off") return;
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest("input,textarea,select,dialog");
      if (isTyping) return;
      event.preventDefault();
      menu.open = true;
      menu.scrollIntoView({ block: "nearest" });
      entries[0]?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [box]);
}
