import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Camera,
  Maximize2,
  Minimize2,
  RotateCcw,
  Ruler,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Button } from "@/components/button";
import type { ScanArch } from "@/domain/scan-pictures/find-pose";
import { fillIn } from "@/lib/fill-in";
import { decimal } from "../say-size";
import { NEARER } from "./do-by-key";
import type { ScanScene, SceneView } from "./open-scene";
import type { useMeasure } from "./use-measure";
import type { ViewerWords } from "./viewer-words";

type ScanControlsProps = {
  arches: readonly ScanArch[];
  shown: ReadonlySet<ScanArch>;
  onShown: (shown: ReadonlySet<ScanArch>) => void;
  scene: RefObject<ScanScene | null>;
  measure: ReturnType<typeof useMeasure>;
  isLarge: boolean;
  onLarge: () => void;
  onPicture: () => void;
  words: ViewerWords;
};

const views: readonly SceneView[] = ["front", "right", "left", "top", "bottom"];
const icon = "size-5";

/** Everything the view can do, each as a button. */
export function ScanControls(props: ScanControlsProps) {
  const { arches, shown, onShown, scene, measure, isLarge, onLarge, onPicture, words } = props;
  const moves: readonly (readonly [string, ReactNode, () => void])[] = [
    [words.turnLeft, <ArrowLeft className={icon} key="l" />, () => scene.current?.turn(-1, 0)],
    [words.turnRight, <ArrowRight className={icon} key="r" />, () => scene.current?.turn(1, 0)],
    [words.turnUp, <ArrowUp className={icon} key="u" />, () => scene.current?.turn(0, 1)],
    [words.turnDown, <ArrowDown className={icon} key="d" />, () => scene.current?.turn(0, -1)],
    [words.zoomIn, <ZoomIn className={icon} key="i" />, () => scene.current?.zoom(NEARER)],
    [words.zoomOut, <ZoomOut className={icon} key="o" />, () => scene.current?.zoom(1 / NEARER)],
    [words.reset, <RotateCcw className={icon} key="0" />, () => scene.current?.look("front")],
    [words.picture, <Camera className={icon} key="p" />, onPicture],
    [
      isLarge ? words.smaller : words.larger,
      isLarge ? <Minimize2 className={icon} key="s" /> : <Maximize2 className={icon} key="g" />,
      onLarge,
    ],
  ];
  function toggle(arch: ScanArch) {
    const next = new Set(shown);
    if (!next.delete(arch)) next.add(arch);
    onShown(next);
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {arches.length > 1 && (
          <Group name={words.arches}>
            {arches.map((arch) => (
              <Toggle isOn={shown.has(arch)} key={arch} onPress={() => toggle(arch)}>
                {words[arch]}
              </Toggle>
            ))}
          </Group>
        )}
        <Group name={words.views}>
          {views.map((view) => (
            <Button
              className="lg:min-h-11"
              key={view}
              kind="secondary"
              onClick={() => scene.current?.look(view)}
              small
            >
              {words[view]}
            </Button>
          ))}
        </Group>
        <Group name={words.moves}>
          {moves.map(([name, sign, act]) => (
            <button
              aria-label={name}
              className="grid size-11 place-items-center rounded-control border border-edge bg-surface text-ink hover:bg-sunken"
              key={name}
              onClick={act}
              title={name}
              type="button"
            >
              <span aria-hidden="true">{sign}</span>
            </button>
          ))}
        </Group>
        <Group name={words.distances}>
          <Toggle isOn={measure.isOn} onPress={measure.toggle}>
            <span className="flex items-center gap-2">
              <Ruler aria-hidden="true" className={icon} />
              {words.measure}
            </span>
          </Toggle>
          {measure.distances.length > 0 && (
            <Button className="lg:min-h-11" kind="quiet" onClick={measure.clear} small>
              {words.clear}
            </Button>
          )}
        </Group>
      </div>
      <div aria-live="polite" className="text-dense">
        {measure.isOn && (
          <p className="text-muted">
            {measure.isMissed && `${words.missed} `}
            {measure.hasFirst ? words.measureSecond : words.measureFirst}
          </p>
        )}
        <ol className="list-inside list-decimal">
          {measure.distances.map((mm, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a distance has no other name than its place
            <li key={i}>{fillIn(words.distance, { mm: decimal(mm) })}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="mb-1 text-muted text-sm">{name}</legend>
      {children}
    </fieldset>
  );
}

type ToggleProps = { isOn: boolean; onPress: () => void; children: ReactNode };

function Toggle({ isOn, onPress, children }: ToggleProps) {
  return (
    <button
      aria-pressed={isOn}
      className="min-h-11 rounded-control border border-edge bg-surface px-3.5 font-semibold text-dense text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
      onClick={onPress}
      type="button"
    >
      {children}
    </button>
  );
}
