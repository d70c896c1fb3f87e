"use client";

import { useState } from "react";
import { missingViews } from "@/domain/check-ins/photo-set";
import { fillIn } from "@/lib/fill-in";
import type { PlacedPhoto } from "../photo-schema";
import type { CaptureWords } from "./capture-words";
import { SendSet } from "./send-set";
import { ShotStrip } from "./shot-strip";
import { ShotView } from "./shot-view";
import { openingShot } from "./shots";
import { SideSwitch } from "./side-switch";
import { UnsentPhotos } from "./unsent-photos";
import { useShots } from "./use-shots";

type CaptureProps = {
  checkInId: string;
  patientId: string;
  photos: readonly PlacedPhoto[];
  words: CaptureWords;
};

/** The guided set, one view at a time: drawing, photo, preview, next (R24). */
export function Capture({ checkInId, patientId, photos, words }: CaptureProps) {
  const { shots, take, retry } = useShots({ checkInId, patientId, photos }, words.files);
  const [current, setCurrent] = useState(() => openingShot(shots)?.key ?? "");
  const shot = shots.find(({ key }) => key === current);
  if (shot === undefined) return null;
  const ofSide = shots.filter(({ withAligner }) => withAligner === shot.withAligner);
  const next = ofSide[ofSide.indexOf(shot) + 1] ?? null;
  const sent = ofSide.filter(({ state }) => state === "sent").length;
  const showSide = (withAligner: boolean) => {
    setCurrent(openingShot(shots, withAligner)?.key ?? current);
  };
  return (
    <div className="flex flex-col gap-5">
      <ShotView
        next={next}
        onNext={() => next && setCurrent(next.key)}
        onTake={(file) => take(shot, file)}
        shot={shot}
        step={fillIn(words.shot.step, {
          number: ofSide.indexOf(shot) + 1,
          count: ofSide.length,
        })}
        words={words}
      />
      <SideSwitch onChange={showSide} withAligner={shot.withAligner} words={words.sides} />
      <ShotStrip current={shot.key} onChoose={setCurrent} shots={ofSide} words={words} />
      <p className="sr-only" role="status">
        {fillIn(words.shot.progress, { sent, count: ofSide.length })}
      </p>
      <UnsentPhotos onRetry={retry} shots={shots} words={words.retry} />
      <SendSet
        checkInId={checkInId}
        isBusy={shots.some(({ state }) => state === "sending")}
        isHeldUp={shots.some(({ state }) => state === "failed")}
        missing={missingViews(shots.filter(({ state }) => state === "sent")).map(
          (view) => words.views[view],
        )}
        patientId={patientId}
        words={words.send}
      />
    </div>
  );
}
