"use client";

import { ChevronLeft, ChevronRight, Download, Minus, Plus, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { fillIn } from "@/lib/fill-in";
import { PrivateImage } from "./private-image";
import { useFrame } from "./use-frame";
import { zoomed, zooms } from "./zooms";

export interface LightboxWords {
  readonly saveShort: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly larger: string;
  readonly smaller: string;
  readonly place: string;
  readonly frame: string;
}

export interface LargePhoto {
  readonly id: string;
  readonly name: string;
  readonly src: string;
  readonly alt: string;
  /** Who sent it and when. */
  readonly said: string;
}

type LightboxProps = {
  photos: readonly LargePhoto[];
  /** Which is shown, or null. */
  at: number | null;
  onMove: (at: number) => void;
  onClose: () => void;
  words: LightboxWords;
};

const key = "grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken";

/**
 * Photos large over the page: arrows go through them, + and - zoom, 0 shows the whole again, an enlarged one scrolls or is
 * taken hold of; Escape leads back.
 */
export function Lightbox({ photos, at, onMove, onClose, words }: LightboxProps) {
  const box = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLElement>(null);
  const nameId = useId();
  const [zoom, setZoom] = useState(0);
  const hand = useFrame(frame, (by) => setZoom((now) => zoomed(now, by)));
  const photo = at === null ? undefined : photos[at];
  const isOpen = photo !== undefined;
  useEffect(() => {
    if (isOpen && !box.current?.open) box.current?.showModal();
    if (!isOpen && box.current?.open) box.current.close();
  }, [isOpen]);

  function move(by: 1 | -1) {
    if (at === null || !photos[at + by]) return;
    setZoom(0);
    onMove(at + by);
  }
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") setZoom((now) => zoomed(now, 1));
    else if (event.key === "-") setZoom((now) => zoomed(now, -1));
    else if (event.key === "0") setZoom(0);
    // Enlarged, the arrows move within the photo.
    else if (zoom === 0 && event.key === "ArrowRight") move(1);
    else if (zoom === 0 && event.key === "ArrowLeft") move(-1);
    else return;
    event.preventDefault();
  }
  const step = zooms[zoom] ?? zooms[0];
  return (
    <dialog
      aria-labelledby={nameId}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-canvas p-0 text-ink open:animate-settle"
      onClose={() => {
        setZoom(0);
        onClose();
      }}
      onKeyDown={press}
      ref={box}
    >
      {photo && at !== null && (
        <div className="flex h-full flex-col">
          <div className="flex items-center gap-1 border-hairline border-b bg-surface ps-4 pe-2">
            <div className="min-w-0 grow py-2">
              <h2 className="truncate font-semibold" dir="auto" id={nameId}>
                {photo.name}
              </h2>
              <p className="truncate text-muted text-sm" dir="auto">
                {photo.said}
              </p>
            </div>
            <a
              aria-label={words.saveShort}
              className={key}
              download={photo.name}
              href={photo.src}
              title={words.saveShort}
            >
              <Download aria-hidden="true" className="size-5" />
            </a>
            <Key label={words.close} onPress={onClose}>
              <X aria-hidden="true" className="size-5" />
            </Key>
          </div>
          <section
            aria-label={words.frame}
            className={`flex min-h-0 grow overflow-auto bg-sunken ${zoom > 0 ? "cursor-grab active:cursor-grabbing" : ""}`}
            {...hand}
            onDoubleClick={() => setZoom(zoom === 0 ? 2 : 0)}
            ref={frame}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
          >
            <PrivateImage
              alt={photo.alt}
              draggable={false}
              className={`m-auto max-w-none object-contain ${zoom === 0 ? "h-full" : ""} ${step.width}`}
              key={photo.id}
              src={photo.src}
            />
          </section>
          <div className="flex flex-wrap items-center justify-center gap-2 border-hairline border-t bg-surface p-2">
            {photos.length > 1 && (
              <>
                <Key isOff={at === 0} label={words.previous} onPress={() => move(-1)}>
                  <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
                </Key>
                <span aria-live="polite" className="text-sm tabular-nums">
                  {fillIn(words.place, { number: at + 1, count: photos.length })}
                </span>
                <Key isOff={at === photos.length - 1} label={words.next} onPress={() => move(1)}>
                  <ChevronRight aria-hidden="true" className="size-5 rtl:-scale-x-100" />
                </Key>
              </>
            )}
            <Key isOff={zoom === 0} label={words.smaller} onPress={() => setZoom(zoomed(zoom, -1))}>
              <Minus aria-hidden="true" className="size-5" />
            </Key>
            <span className="w-12 text-center text-sm tabular-nums">{step.percent}%</span>
            <Key
              isOff={zoom === zooms.length - 1}
              label={words.larger}
              onPress={() => setZoom(zoomed(zoom, 1))}
            >
              <Plus aria-hidden="true" className="size-5" />
            </Key>
          </div>
        </div>
      )}
    </dialog>
  );
}

type KeyProps = { label: string; isOff?: boolean; onPress: () => void; children: ReactNode };

/** Off, it keeps the focus, so that the keys still reach the dialog. */
function Key({ label, isOff = false, onPress, children }: KeyProps) {
  return (
    <button
      aria-disabled={isOff}
      aria-label={label}
      className={`${key} aria-disabled:text-muted aria-disabled:opacity-50`}
      onClick={() => {
        if (!isOff) onPress();
      }}
      title={label}
      type="button"
    >
      {children}
    </button>
  );
}
