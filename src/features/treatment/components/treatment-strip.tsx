import { drawn } from "@/components/drawn";
import { getTranslations, type Translate } from "@/lib/translations";
import type { ArchView, TreatmentView } from "../schema";
import { currentIndex } from "../timeline-rows";
import { stageName } from "./stage-names";

const STEP = 10;
const HEIGHT = 22;

/** Both arches as rows of stages, one under the other: the whole plan in a glance. */
export async function TreatmentStrip({ treatment }: { treatment: TreatmentView }) {
  const words = await getTranslations("treatment");
  const longest = Math.max(1, ...treatment.arches.map(({ stages }) => stages.length));
  return (
    <div className="flex flex-col gap-2">
      {treatment.arches.map((arch) => (
        <div className="flex items-center gap-3" key={arch.arch}>
          <span className="w-12 shrink-0 text-muted text-sm">{words(`arch.${arch.arch}`)}</span>
          <svg
            aria-label={labelOf(arch, words)}
            className="block h-7 min-w-0 grow"
            preserveAspectRatio="none"
            role="img"
            viewBox={`-1 -1 ${longest * STEP + 2} ${HEIGHT + 2}`}
            {...drawn(
              arch.stages.map((stage, index) => (
                <StageMark
                  at={currentIndex(arch)}
                  index={index}
                  isSeriesStart={index > 0 && stage.seriesId !== arch.stages[index - 1]?.seriesId}
                  isStop={stage.stopAfter !== "none" && stage.releasedOn === null}
                  key={stage.id}
                />
              )),
            )}
          />
        </div>
      ))}
    </div>
  );
}

type StageMarkProps = { index: number; at: number; isStop: boolean; isSeriesStart: boolean };

function StageMark({ index, at, isStop, isSeriesStart }: StageMarkProps) {
  const x = index * STEP + (isSeriesStart ? 2.5 : 0.75);
  const width = STEP - (isSeriesStart ? 3.25 : 1.5);
  const look =
    index < at
      ? "fill-accent stroke-accent"
      : index === at
        ? "fill-accent-soft stroke-accent"
        : "fill-surface stroke-edge";
  const isNow = index === at;
  return (
    <>
      <rect
        className={look}
        height={isNow ? HEIGHT : HEIGHT - 8}
        rx="2.5"
        strokeWidth={isNow ? 2 : 1}
        vectorEffect="non-scaling-stroke"
        width={width}
        x={x}
        y={isNow ? 0 : 4}
      />
      {isStop && index >= at && (
        <rect
          className="fill-notice"
          height={HEIGHT}
          width="1.6"
          x={(index + 1) * STEP - 0.8}
          y="0"
        />
      )}
    </>
  );
}

function labelOf(arch: ArchView, words: Translate): string {
  const name = words(`arch.${arch.arch}`);
  const total = arch.stagesInSeries;
  if (arch.currentStage === null) return words("summary.stripBefore", { arch: name, total });
  return words("summary.strip", {
    arch: name,
    stage: stageName(words, arch.currentStage),
    total,
    percent: arch.percentDone,
  });
}
