import { type RefObject, useEffect, useRef, useState } from "react";
import { openScene, type ScanScene } from "./open-scene";
import type { LoadedScan } from "./use-scans";

interface Told {
  readonly isLost: boolean;
  readonly isApart: boolean;
  /** Set once the scans lie in the scene. */
  readonly isReady: boolean;
}

/** A scene on the canvas for as long as these scans are shown; it follows the canvas's size. */
export function useScene(
  canvas: RefObject<HTMLCanvasElement | null>,
  scans: readonly LoadedScan[] | null,
  unsupported: () => void,
) {
  const scene = useRef<ScanScene | null>(null);
  const [told, setTold] = useState<Told>({ isLost: false, isApart: false, isReady: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new callback is no reason for a new scene
  useEffect(() => {
    const place = canvas.current;
    if (!place || !scans) return;
    let opened: ScanScene;
    try {
      opened = openScene(place, { lost: (isLost) => setTold((now) => ({ ...now, isLost })) });
    } catch {
      unsupported();
      return;
    }
    scene.current = opened;
    const watcher = new ResizeObserver(() => opened.resize(place.clientWidth, place.clientHeight));
    opened.resize(place.clientWidth, place.clientHeight);
    const isApart = opened.show(scans);
    setTold({ isLost: false, isApart, isReady: true });
    watcher.observe(place);
    return () => {
      watcher.disconnect();
      opened.close();
      scene.current = null;
    };
  }, [canvas, scans]);
  return { scene, ...told };
}
