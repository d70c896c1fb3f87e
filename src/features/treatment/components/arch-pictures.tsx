import { ArchOutline } from "@/components/arch-outline";
import { ArchProgress } from "@/components/arch-progress";
import type { Translate } from "@/lib/translations";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { ArchView, TreatmentView } from "../schema";
import { MouthProgress } from "./mouth-progress";
import { stageName } from "./stage-names";

type ArchPicturesProps = { treatment: TreatmentView; language: Language };

/** Which aligner now, as a picture: one arch while both go together, else an open mouth of two. */
export function ArchPictures({ treatment, language }: ArchPicturesProps) {
  const words = translationsIn(language, "treatment");
  const { arches } = treatment;
  const [first, second] = arches;
  if (first === undefined) return <ArchOutline className="w-full text-edge" />;
  const { phase, percentDone } = treatment;
  const isDone = phase === "finished" || phase === "retention";
  if (isDone || second === undefined || isTogether(first, second)) {
    const { worn, total } = isDone ? { worn: 1, total: 1 } : countOf(first);
    return (
      <ArchProgress label={archLabel(words, first, percentDone)} total={total} worn={worn}>
        <span aria-hidden="true" className="flex flex-col items-center whitespace-nowrap">
          <span className="font-bold text-[3.25rem] leading-none tracking-tight">
            {isDone
              ? words("percent", { percent: percentDone })
              : (first.currentStage?.number ?? total)}
          </span>
          {!isDone && (
            <span className="text-muted">
              {first.currentStage === null
                ? words("aligners", { count: total })
                : words("of", { total })}
            </span>
          )}
        </span>
      </ArchProgress>
    );
  }
  return (
    <div className="mx-auto max-w-54 sm:max-w-none">
      <Mouth treatment={treatment} words={words} />
    </div>
  );
}

/** Both arches with every stage of theirs, whatever they have in common. */
export function TreatmentPicture({ treatment, language }: ArchPicturesProps) {
  const words = translationsIn(language, "treatment");
  return treatment.arches.length < 2 ? (
    <ArchPictures language={language} treatment={treatment} />
  ) : (
    <Mouth treatment={treatment} words={words} />
  );
}

function Mouth({ treatment, words }: { treatment: TreatmentView; words: Translate }) {
  const { arches, percentDone, phase } = treatment;
  const isDone = phase === "finished" || phase === "retention";
  const label = arches
    .map((arch) => `${words(`arch.${arch.arch}`)}: ${archLabel(words, arch, arch.percentDone)}`)
    .join(". ");
  const [first, second] = arches;
  const isOne = first !== undefined && second !== undefined && isTogether(first, second);
  const shown = isDone ? [] : isOne ? [first] : arches;
  return (
    <MouthProgress
      arches={arches.map((arch) => ({
        arch: arch.arch,
        ...(isDone ? allWorn(arch) : countOf(arch)),
      }))}
      label={label}
    >
      <span aria-hidden="true" className="flex flex-col items-center gap-1">
        {isDone && (
          <span className="whitespace-nowrap font-bold text-3xl">
            {words("percent", { percent: percentDone })}
          </span>
        )}
        {shown.map((arch) => (
          <span className="flex flex-col items-center" key={arch.arch}>
            {!isOne && <span className="text-muted text-sm">{words(`arch.${arch.arch}`)}</span>}
            <span className="flex items-baseline gap-1.5 whitespace-nowrap">
              <span
                className={
                  isOne
                    ? "font-bold text-[3.25rem] leading-none"
                    : "font-bold text-2xl leading-none"
                }
              >
                {arch.currentStage?.number ?? arch.stagesInSeries}
              </span>
              <span className="text-muted">
                {arch.currentStage === null
                  ? words("aligners", { count: arch.stagesInSeries })
                  : words("of", { total: arch.stagesInSeries })}
              </span>
            </span>
          </span>
        ))}
      </span>
    </MouthProgress>
  );
}

function archLabel(words: Translate, arch: ArchView, percent: number): string {
  const total = arch.stagesInSeries;
  return arch.currentStage === null
    ? words("pictureBefore", { total })
    : words("picture", { stage: stageName(words, arch.currentStage), total, percent });
}

function countOf(arch: ArchView): { worn: number; total: number } {
  const total = arch.stagesInSeries;
  if (arch.finished) return { worn: total, total };
  return { worn: arch.currentStage === null ? 0 : arch.currentStage.number - 1, total };
}

/** Every stage but the retainers', which are worn for years. */
function allWorn({ stages }: ArchView): { worn: number; total: number } {
  const total = stages.filter(({ seriesKind }) => seriesKind !== "retention").length;
  return { worn: total, total };
}

function isTogether(one: ArchView, other: ArchView): boolean {
  return (
    one.currentStage?.number === other.currentStage?.number &&
    one.currentStage?.seriesKind === other.currentStage?.seriesKind &&
    one.stagesInSeries === other.stagesInSeries
  );
}
