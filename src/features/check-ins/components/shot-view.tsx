"use client";

import { ArrowRight, Camera, Images } from "lucide-react";
import { type RefObject, useRef } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/layout";
import { Spinner } from "@/components/spinner";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { fillIn } from "@/lib/fill-in";
import type { CaptureWords } from "./capture-words";
import type { ShotState } from "./shots";
import { ViewOutline } from "./view-outline";

type ShotViewProps = {
  shot: ShotState;
  next: ShotState | null;
  step: string;
  words: CaptureWords;
  onTake: (file: File) => void;
  onNext: () => void;
};

/** Phones then turn HEIC into JPEG by themselves. */
const accept = "image/jpeg,image/png,image/webp";

/** One view: the drawing to follow until there is a photo, then the photo, to keep or to take again. */
export function ShotView({ shot, next, step, words, onTake, onNext }: ShotViewProps) {
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const { view, withAligner, picture, state } = shot;
  const title = words.views[view];
  const isTaken = picture !== null;
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-bold text-xl">{title}</h2>
        <span className="text-muted text-sm tabular-nums">{step}</span>
      </div>
      <div className="relative aspect-4/3 overflow-hidden rounded-control bg-sunken">
        {picture !== null && (
          <PrivateImage
            alt={fillIn(words.shot.preview, { view: title })}
            className="size-full object-contain"
            src={picture}
          />
        )}
        {!isTaken && (
          <div
            aria-label={words.shot.guide}
            className="grid size-full place-items-center"
            role="img"
          >
            <ViewOutline
              className="h-[88%] max-w-[92%] text-muted"
              view={view}
              withAligner={withAligner}
            />
          </div>
        )}
        {state === "sending" && (
          <span className="absolute inset-e-3 bottom-3 grid size-10 place-items-center rounded-full bg-surface text-accent shadow-soft">
            <Spinner />
          </span>
        )}
      </div>
      {shot.words !== null && (
        <p className="text-danger" role="alert">
          {shot.words}
        </p>
      )}
      <p className="text-muted">{words.hints[view]}</p>
      <div className="flex flex-col gap-2">
        {isTaken && next !== null ? (
          <Button
            icon={<ArrowRight aria-hidden="true" className="size-5 rtl:rotate-180" />}
            key="main"
            onClick={onNext}
            wide
          >
            {fillIn(words.shot.next, { view: words.views[next.view] })}
          </Button>
        ) : (
          !isTaken && (
            <Button
              icon={<Camera aria-hidden="true" className="size-5" />}
              key="main"
              onClick={() => camera.current?.click()}
              wide
            >
              {words.shot.take}
            </Button>
          )
        )}
        <div className="grid grid-cols-2 gap-2 [&>:only-child]:col-span-2">
          {isTaken && (
            <Button kind="secondary" onClick={() => camera.current?.click()} wide>
              {words.shot.again}
            </Button>
          )}
          <Button
            icon={<Images aria-hidden="true" className="size-5" />}
            kind="quiet"
            onClick={() => album.current?.click()}
            wide
          >
            {words.shot.choose}
          </Button>
        </div>
      </div>
      <FileInput capture inputRef={camera} label={words.shot.take} onTake={onTake} />
      <FileInput inputRef={album} label={words.shot.choose} onTake={onTake} />
    </Card>
  );
}

type FileInputProps = {
  inputRef: RefObject<HTMLInputElement | null>;
  label: string;
  capture?: boolean;
  onTake: (file: File) => void;
};

function FileInput({ inputRef, label, capture = false, onTake }: FileInputProps) {
  return (
    <input
      accept={accept}
      aria-label={label}
      className="hidden"
      onChange={(event) => {
        const file = event.target.files?.[0];
        if (file) onTake(file);
        event.target.value = "";
      }}
      ref={inputRef}
      type="file"
      {...(capture && { capture: "environment" as const })}
    />
  );
}
