"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { acceptedByPicker } from "@/features/uploads/components/pick-files";
import type { PickerWords } from "../components/words";

/** How the buttons before the box to write in look. */
export const composerButtonLook =
  "grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink";

type AttachButtonProps = { words: PickerWords; onFiles: (files: readonly File[]) => void };

/** Chooses files from the device. */
export function AttachButton({ words, onFiles }: AttachButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        aria-label={words.attach}
        className={composerButtonLook}
        onClick={() => picker.current?.click()}
        title={words.hint}
        type="button"
      >
        <Paperclip aria-hidden="true" className="size-5" />
      </button>
      <input
        accept={acceptedByPicker}
        aria-label={words.attach}
        className="hidden"
        multiple
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
        ref={picker}
        type="file"
      />
    </>
  );
}
