"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/button";

type PickFilesProps = {
  words: { attach: string; hint: string };
  /** Left out: photos and documents. */
  accept?: string;
  onPick: (files: readonly File[]) => void;
};

/** What a message may carry; phones then turn HEIC into JPEG by themselves. */
export const acceptedByPicker = "image/jpeg,image/png,image/webp,application/pdf";

/** Asks for photos and documents, with the words of what is taken below. */
export function PickFiles({ words, accept = acceptedByPicker, onPick }: PickFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button
        icon={<Paperclip aria-hidden="true" className="size-4.5" />}
        kind="secondary"
        onClick={() => input.current?.click()}
        small
      >
        {words.attach}
      </Button>
      <span className="text-muted text-sm">{words.hint}</span>
      <input
        accept={accept}
        aria-label={words.attach}
        className="hidden"
        multiple
        onChange={(event) => {
          onPick(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
        ref={input}
        type="file"
      />
    </div>
  );
}
