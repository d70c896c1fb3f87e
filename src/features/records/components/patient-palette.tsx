"use client";

import { UserSearch } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/dialog";
import { Kbd } from "@/components/shells/shortcuts";
import { PatientSearch, type PatientSearchWords } from "./patient-search";

type PatientPaletteProps = {
  /** Where a patient's page is: `/desk/records` or `/doctor/patients`. */
  path: string;
  language: string;
  words: PatientSearchWords & Record<"open" | "archived", string>;
};

/** From any page of the practice's side to a patient's: `/` where the page has no search of its own, or Ctrl and K. */
export function PatientPalette({ path, language, words }: PatientPaletteProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      // A dialog that is open keeps what was typed there.
      if (event.altKey || event.shiftKey || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        aria-label={words.open}
        className="flex min-h-11 min-w-11 items-center justify-center gap-3 rounded-control px-3 font-medium text-muted hover:bg-sunken hover:text-ink lg:justify-start"
        data-palette=""
        onClick={() => setOpen(true)}
        type="button"
      >
        <UserSearch aria-hidden="true" className="size-5" />
        <span className="hidden lg:inline">{words.open}</span>
        <span aria-hidden="true" className="hidden lg:inline">
          <Kbd>/</Kbd>
        </span>
      </button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.open}>
        <PatientSearch
          archived={words.archived}
          language={language}
          onChoose={({ id }) => {
            setOpen(false);
            router.push(`${path}/${id}`);
          }}
          words={words}
        />
      </Dialog>
    </>
  );
}
