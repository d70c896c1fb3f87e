import { getTranslations } from "next-intl/server";
import { ArchProgress } from "@/components/arch-progress";
import type { ArchView, TreatmentView } from "../schema";
import { stageName } from "./stage-names";

/** The arch with the aligner worn now in its hollow; one picture while both arches go together. */
export async function ArchPictures({ treatment }: { treatment: TreatmentView }) {
  const { arches } = treatment;
  const [first, second] = arches;
  if (first === undefined) return <ArchPicture arch={null} treatment={treatment} />;
  if (second === undefined || isTogether(first, second)) {
    return <ArchPicture arch={first} treatment={treatment} />;
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      {arches.map((arch) => (
        <ArchPicture arch={arch} isNamed key={arch.arch} treatment={treatment} />
      ))}
    </div>
  );
}

type ArchPictureProps = { arch: ArchView | null; treatment: TreatmentView; isNamed?: boolean };

async function ArchPicture({ arch, treatment, isNamed = false }: ArchPictureProps) {
  const words = await getTranslations("treatment");
  const { phase, percentDone, achievements } = treatment;
  const isDone = phase === "finished" || phase === "retention" || arch?.finished === true;
  const total = isDone ? achievements.stagesTotal : (arch?.stagesInSeries ?? 0);
  const stage = arch?.currentStage ?? null;
  const worn = isDone ? total : stage === null ? 0 : stage.number - 1;
  const percent = isNamed ? (arch?.percentDone ?? 0) : percentDone;
  const label =
    stage === null
      ? words("pictureBefore", { total })
      : words("picture", { stage: stageName(words, stage), total, percent });
  const name = arch === null ? "" : words(`arch.${arch.arch}`);
  return (
    <ArchProgress label={isNamed ? `${name}: ${label}` : label} total={total} worn={worn}>
      <span aria-hidden="true" className="flex flex-col items-center">
        {isNamed && <span className="font-semibold text-sm">{name}</span>}
        <span
          className={
            isNamed
              ? "font-bold text-2xl leading-none"
              : "font-bold text-[3.25rem] leading-none tracking-tight"
          }
        >
          {isDone ? `${percent} %` : (stage?.number ?? (total > 0 ? 0 : "–"))}
        </span>
        {!isDone && total > 0 && (
          <span className={isNamed ? "text-muted text-sm" : "text-muted"}>
            {words("of", { total })}
          </span>
        )}
      </span>
    </ArchProgress>
  );
}

function isTogether(one: ArchView, other: ArchView): boolean {
  return (
    one.currentStage?.number === other.currentStage?.number &&
    one.currentStage?.seriesKind === other.currentStage?.seriesKind &&
    one.stagesInSeries === other.stagesInSeries
  );
}
