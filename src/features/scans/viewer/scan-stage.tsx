"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import type { ScanArch } from "@/domain/scan-pictures/find-pose";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { saveFile } from "@/lib/save-file";
import { doByKey } from "./do-by-key";
import { keepFocusIn } from "./keep-focus-in";
import { ScanControls } from "./scan-controls";
import { ScanFacts } from "./scan-facts";
import { ScanStill } from "./scan-still";
import type { ShownScan } from "./shown-scan";
import { useMeasure } from "./use-measure";
import { useScans } from "./use-scans";
import { useScene } from "./use-scene";
import type { ViewerWords } from "./viewer-words";

type ScanStageProps = {
  scans: readonly ShownScan[];
  pictureName: string;
  words: ViewerWords;
  onUnsupported: () => void;
};

/** A press that moved further than this, in pixels, turned the scan and sets no point. */
const STILL = 5;

/** The 3D view itself: canvas, controls, distances and the same in words. */
export function ScanStage({ scans, pictureName, words, onUnsupported }: ScanStageProps) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pressed = useRef<{ x: number; y: number } | null>(null);
  const helpId = useId();
  const { loading, again } = useScans(scans);
  const loaded = loading.kind === "loaded" ? loading.scans : null;
  const { scene, isLost, isApart, isReady } = useScene(canvas, loaded, onUnsupported);
  const measure = useMeasure(scene, canvas);
  const [shown, setShown] = useState<ReadonlySet<ScanArch>>(new Set(scans.map(({ arch }) => arch)));
  const [isLarge, setIsLarge] = useState(false);

  useEffect(() => {
    if (isReady) scene.current?.only(shown);
  }, [scene, shown, isReady]);

  async function savePicture() {
    if (!canvas.current) return;
    const picture = await scene.current?.picture(getComputedStyle(canvas.current).backgroundColor);
    if (picture)
      saveFile({ fileName: `${pictureName}.png`, contentType: "image/png", content: picture });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && isLarge) setIsLarge(false);
    if (event.key === "Tab" && isLarge && place.current) keepFocusIn(place.current, event);
    if (event.target !== canvas.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!scene.current || !doByKey(event.key, scene.current, measure)) return;
    event.preventDefault();
  }
  function onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
    const from = pressed.current;
    pressed.current = null;
    if (!measure.isOn || !from) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) return;
    const box = event.currentTarget.getBoundingClientRect();
    measure.set(
      ((event.clientX - box.left) / box.width) * 2 - 1,
      1 - ((event.clientY - box.top) / box.height) * 2,
    );
  }
  if (loading.kind === "failed")
    return (
      <Notice
        action={
          <Button kind="secondary" onClick={again} small>
            {words.tryAgain}
          </Button>
        }
        live
        tone="danger"
      >
        {words.failed}
      </Notice>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the large view from any control in it
    <div
      className={classNames(
        "flex flex-col gap-4",
        isLarge && "fixed inset-0 z-50 overflow-y-auto bg-canvas p-4",
      )}
      onKeyDown={onKeyDown}
      ref={place}
      {...(isLarge && { "aria-label": words.stage, "aria-modal": true, role: "dialog" })}
    >
      <div className={classNames("relative", isLarge ? "h-[65dvh] shrink-0" : "h-80 lg:h-[30rem]")}>
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: keys turn and measure what it shows */}
        <canvas
          aria-describedby={helpId}
          aria-label={words.stage}
          className="block size-full touch-none rounded-control bg-sunken text-accent"
          onPointerDown={({ clientX: x, clientY: y }) => {
            pressed.current = { x, y };
          }}
          onPointerUp={onPointerUp}
          ref={canvas}
          role="application"
          tabIndex={0}
        />
        {measure.isOn && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-0 grid place-items-center text-accent text-xl"
          >
            +
          </span>
        )}
        {loading.kind === "loading" && (
          <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-2">
            {scans[0] && <ScanStill className="w-2/5" scan={scans[0]} words={words.still} />}
            <p role="status" className="text-dense text-muted">
              {loading.share > 0
                ? fillIn(words.loadingShare, { percent: Math.round(loading.share * 100) })
                : words.loading}
            </p>
          </div>
        )}
      </div>
      <p className="text-dense text-muted" id={helpId}>
        {words.keys}
      </p>
      {isLost && <Notice live>{words.lost}</Notice>}
      {isApart && <Notice>{words.apart}</Notice>}
      <ScanControls
        arches={scans.map(({ arch }) => arch)}
        isLarge={isLarge}
        measure={measure}
        onLarge={() => setIsLarge(!isLarge)}
        onPicture={() => void savePicture()}
        onShown={setShown}
        scene={scene}
        shown={shown}
        words={words}
      />
      {loaded && isReady && scene.current && (
        <ScanFacts scans={loaded} sizeOf={scene.current.sizeOf} words={words} />
      )}
    </div>
  );
}
