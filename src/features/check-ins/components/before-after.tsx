"use client";

import { useRef, useState } from "react";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { fillIn } from "@/lib/fill-in";

type Side = { readonly src: string; readonly alt: string };

type BeforeAfterProps = {
  before: Side;
  after: Side;
  /** What the slider is called. */
  slider: string;
  /** Its value in words, with a place for the percent. */
  value: string;
};

/** Two pictures in one frame; a slider, by finger or keys, says how much of the first one lies over the second. */
export function BeforeAfter({ before, after, slider, value }: BeforeAfterProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [percent, setPercent] = useState(50);
  const move = (to: number) => {
    setPercent(to);
    frame.current?.style.setProperty("--cut", `${to}%`);
  };
  return (
    <div className="flex flex-col gap-3">
      <div
        className="relative aspect-4/3 overflow-hidden rounded-control bg-sunken [--cut:50%]"
        ref={frame}
      >
        <PrivateImage alt={after.alt} className="size-full object-cover" src={after.src} />
        <PrivateImage
          alt={before.alt}
          className="absolute inset-0 size-full object-cover [clip-path:inset(0_calc(100%-var(--cut))_0_0)]"
          src={before.src}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-(--cut) w-0.5 -translate-x-1/2 bg-surface shadow-soft"
        />
        <input
          aria-label={slider}
          aria-valuetext={fillIn(value, { percent })}
          className="absolute inset-0 size-full cursor-ew-resize opacity-0"
          dir="ltr"
          max={100}
          min={0}
          onChange={(event) => move(event.target.valueAsNumber)}
          type="range"
          value={percent}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-(--cut) grid size-11 -translate-1/2 place-items-center rounded-full border border-hairline bg-surface font-semibold text-accent shadow-soft [input:focus-visible~&]:outline-3 [input:focus-visible~&]:outline-accent [input:focus-visible~&]:outline-offset-2"
        >
          ‹ ›
        </span>
      </div>
      <div aria-hidden="true" className="flex justify-between gap-4 text-muted text-sm">
        <span>{before.alt}</span>
        <span className="text-end">{after.alt}</span>
      </div>
    </div>
  );
}
