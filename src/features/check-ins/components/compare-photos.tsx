"use client";

import { Minus, Plus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/button";
import { useSingleKeys } from "@/components/shells/use-single-keys";
import { CHECK_IN_VIEWS, type CheckInView } from "@/domain/check-ins/photo-set";
import { zoomed, zooms } from "@/features/uploads/components/zooms";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { PlacedPhoto } from "../photo-schema";
import type { CompareWords } from "./compare-words";
import { PhotoPane } from "./photo-pane";

interface ShownSet {
  /** When it was sent, as people say it. */
  readonly day: string;
  readonly photos: readonly PlacedPhoto[];
}

type ComparePhotosProps = {
  now: ShownSet;
  before: ShownSet | null;
  words: CompareWords;
};

/** The same view now and the time before, beside each other; both move and grow together. Works by keys alone (R24). */
export function ComparePhotos({ now, before, words }: ComparePhotosProps) {
  const [view, setView] = useState<CheckInView>("front");
  const [withAligner, setWithAligner] = useState(false);
  const [zoom, setZoom] = useState(0);
  const panes = useRef<HTMLDivElement>(null);
  const enlarge = (by: 1 | -1) => setZoom((at) => zoomed(at, by));
  useSingleKeys((key) => {
    const place = /^[1-5]$/.test(key) ? CHECK_IN_VIEWS[Number(key) - 1] : undefined;
    if (place !== undefined) setView(place);
    else if (key === "i") setWithAligner((is) => !is);
    else if (key === "+" || key === "=") enlarge(1);
    else if (key === "-") enlarge(-1);
    else return false;
    return true;
  });
  const together = (from: HTMLElement) => {
    for (const pane of panes.current?.querySelectorAll<HTMLElement>("[data-pane]") ?? [])
      if (pane !== from) pane.scrollTo(from.scrollLeft, from.scrollTop);
  };
  const at = zooms[zoom] ?? zooms[0];
  const side = withAligner ? words.in : words.out;
  const shown = { view, withAligner, width: at.width, side, words, onScroll: together };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <fieldset
          aria-label={words.views}
          className="flex flex-wrap gap-1 rounded-control bg-sunken p-1"
        >
          {CHECK_IN_VIEWS.map((each, place) => (
            <Choice isOn={each === view} key={each} onPress={() => setView(each)}>
              {words.names[each]}
              <span aria-hidden="true" className="ms-1.5 text-muted text-xs max-lg:hidden">
                {place + 1}
              </span>
            </Choice>
          ))}
        </fieldset>
        <fieldset aria-label={words.label} className="flex gap-1 rounded-control bg-sunken p-1">
          <Choice isOn={!withAligner} onPress={() => setWithAligner(false)}>
            {words.out}
          </Choice>
          <Choice isOn={withAligner} onPress={() => setWithAligner(true)}>
            {words.in}
          </Choice>
        </fieldset>
        <div className="flex items-center gap-1">
          <Button
            aria-label={words.zoomOut}
            className="gap-0"
            disabled={zoom === 0}
            icon={<Minus aria-hidden="true" className="size-5" />}
            kind="secondary"
            onClick={() => enlarge(-1)}
            small
          />
          <span className="w-16 text-center text-sm tabular-nums" role="status">
            {fillIn(words.zoom, { percent: at.percent })}
          </span>
          <Button
            aria-label={words.zoomIn}
            className="gap-0"
            disabled={zoom === zooms.length - 1}
            icon={<Plus aria-hidden="true" className="size-5" />}
            kind="secondary"
            onClick={() => enlarge(1)}
            small
          />
        </div>
      </div>
      <div className="grid gap-3 md:grid-cols-2" ref={panes}>
        <PhotoPane {...shown} set={before} title={words.before} />
        <PhotoPane {...shown} set={now} title={words.now} />
      </div>
    </div>
  );
}

type ChoiceProps = { isOn: boolean; onPress: () => void; children: ReactNode };

function Choice({ isOn, onPress, children }: ChoiceProps) {
  return (
    <button
      aria-pressed={isOn}
      className={classNames(
        "min-h-11 rounded-[0.4rem] border px-3 font-medium text-dense transition-colors lg:min-h-9",
        isOn
          ? "border-hairline bg-surface text-ink shadow-soft"
          : "border-transparent text-muted hover:text-ink",
      )}
      onClick={onPress}
      type="button"
    >
      {children}
    </button>
  );
}
