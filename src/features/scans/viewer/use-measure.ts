import { type RefObject, useRef, useState } from "react";
import type { ScanScene } from "./open-scene";

type Points = NonNullable<ReturnType<ScanScene["pick"]>>[];

/** Distances kept in sight. */
const KEPT = 5;

/** Points set two by two on the surface; the last distances between them in millimetres. */
export function useMeasure(
  scene: RefObject<ScanScene | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
) {
  const points = useRef<Points>([]);
  const [isOn, setIsOn] = useState(false);
  const [isMissed, setIsMissed] = useState(false);
  const [hasFirst, setHasFirst] = useState(false);
  const [distances, setDistances] = useState<readonly number[]>([]);

  function keep(next: Points) {
    points.current = next.slice(-2 * KEPT - (next.length % 2));
    const found = points.current;
    setHasFirst(found.length % 2 === 1);
    setDistances(
      found.flatMap((point, i) => {
        const second = found[i + 1];
        return i % 2 === 0 && second ? [point.distanceTo(second)] : [];
      }),
    );
    if (canvas.current) scene.current?.mark(found, getComputedStyle(canvas.current).color);
  }
  return {
    isOn,
    isMissed,
    hasFirst,
    distances,
    toggle: () => setIsOn(!isOn),
    clear: () => keep([]),
    /** From -1 to 1 across and up; 0, 0 is the cross in the middle. */
    set(x: number, y: number) {
      const point = scene.current?.pick(x, y) ?? null;
      setIsMissed(point === null);
      if (point) keep([...points.current, point]);
    },
  };
}
