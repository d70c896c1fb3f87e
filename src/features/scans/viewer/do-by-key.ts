import type { ScanScene, SceneView } from "./open-scene";

interface Measuring {
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly set: (x: number, y: number) => void;
}

const views: Readonly<Record<string, SceneView>> = {
  f: "front",
  l: "left",
  r: "right",
  u: "top",
  d: "bottom",
  "0": "front",
};
const turns: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** How much nearer one press brings the scan. */
export const NEARER = 0.85;

/** What a key does while the view has the focus; false: it is not ours. */
export function doByKey(key: string, scene: ScanScene, measure: Measuring): boolean {
  const view = views[key.toLowerCase()];
  const turn = turns[key];
  if (view) scene.look(view);
  else if (turn) scene.turn(...turn);
  else if (key === "+" || key === "=") scene.zoom(NEARER);
  else if (key === "-") scene.zoom(1 / NEARER);
  else if (key.toLowerCase() === "m") measure.toggle();
  else if (key === "Enter" && measure.isOn) measure.set(0, 0);
  else return false;
  return true;
}
