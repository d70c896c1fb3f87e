"use client";

import { Paperclip } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { droppedFiles } from "./dropped-files";

type DropFilesProps = { words: { drop: string }; onFiles: (files: readonly File[]) => void };

/**
 * Takes files dropped anywhere on the page, and says so while they are held over it. Dropped beside a small target the
 * browser would open them in the place of what was being written.
 */
export function DropFiles({ words, onFiles }: DropFilesProps) {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    // An element is entered before the one around it is left: only the last way out counts.
    let within = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      within += 1;
      setOver(isFree());
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isFree() ? "copy" : "none";
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      within = Math.max(0, within - 1);
      if (within === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      within = 0;
      setOver(false);
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      if (isFree()) take(droppedFiles(event.dataTransfer));
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  if (!isOver) return null;
  // Whoever drags looks on; by keyboard and aloud there is the button.
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-card border-2 border-accent border-dashed bg-canvas/90"
    >
      <p className="flex items-center gap-3 rounded-card bg-surface px-6 py-4 font-semibold text-lg shadow-soft">
        <Paperclip className="size-6 text-accent" />
        {words.drop}
      </p>
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** Behind an open dialog nothing is written. */
function isFree(): boolean {
  return document.querySelector("dialog:modal") === null;
}
