import Link from "next/link";
import { getLocale } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { Notice } from "@/components/notice";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { ComparePhotos } from "@/features/check-ins/components/compare-photos";
import { compareWords } from "@/features/check-ins/components/compare-words";
import { VerdictBar } from "@/features/check-ins/components/verdict-bar";
import { verdictWords } from "@/features/check-ins/components/verdict-words";
import type { PhotoSet, ReviewedCheckIn } from "@/features/check-ins/review-check-in";
import { dayIn } from "@/features/treatment/load-facts";
import { formatDayTime, formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type ReviewContentProps = Admitted<ClinicActor> & { checkIn: ReviewedCheckIn };

/** New photos are wanted a week from today unless another day is chosen. */
const USUAL_DUE_DAYS = 7;

/** Whose photos, the comparison, and what to say to them. */
export async function ReviewContent({ services, actor, checkIn }: ReviewContentProps) {
  const [all, language] = await Promise.all([getTranslations("checkIns"), getLocale()]);
  const words = await getTranslations("checkIns.clinic");
  const { zone } = actor;
  const { before, state, patientName } = checkIn;
  const shown = (set: PhotoSet) => ({
    day: formatInstantDay(set.submittedAt, zone, language),
    photos: set.photos,
  });
  const stage =
    checkIn.stageNumber === null
      ? words("noStop")
      : words("stage", { number: checkIn.stageNumber });
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col">
          <BackLink href="/doctor/check-ins">{words("title")}</BackLink>
          <h1 className="font-bold text-2xl">
            <Link className="hover:underline" href={`/doctor/patients/${checkIn.patientId}`}>
              {patientName}
            </Link>
          </h1>
          <p className="text-muted text-sm">
            {stage}
            {" · "}
            {words("sentAt", { time: formatDayTime(checkIn.submittedAt, zone, language) })}
          </p>
        </div>
        {state === "submitted" && (
          <VerdictBar
            checkInId={checkIn.id}
            usualDueOn={dayIn(zone, services.now).add({ days: USUAL_DUE_DAYS }).toString()}
            words={verdictWords(words, checkIn.stageNumber !== null)}
          />
        )}
      </header>
      {checkIn.note !== null && (
        <p className="text-muted" dir="auto">
          {words("verdict.yourNote", { note: checkIn.note })}
        </p>
      )}
      {state !== "submitted" && (
        <Notice
          title={words(`judged.${state}`, {
            name: checkIn.reviewedByName ?? "",
            time:
              checkIn.reviewedAt === null ? "" : formatDayTime(checkIn.reviewedAt, zone, language),
          })}
          tone={state === "go" ? "success" : "notice"}
        >
          {checkIn.verdictNote !== null && <p dir="auto">{checkIn.verdictNote}</p>}
        </Notice>
      )}
      <ComparePhotos
        before={before === null ? null : shown(before)}
        key={checkIn.id}
        now={shown(checkIn)}
        words={compareWords(all)}
      />
    </div>
  );
}
