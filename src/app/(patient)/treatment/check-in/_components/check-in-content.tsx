import { getLocale } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Notice } from "@/components/notice";
import type { PatientActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { Capture } from "@/features/check-ins/components/capture";
import { captureWords } from "@/features/check-ins/components/capture-words";
import { SentPhotos } from "@/features/check-ins/components/sent-photos";
import { type OpenCheckIn, ownCheckIn } from "@/features/check-ins/own-check-in";
import { dayIn } from "@/features/treatment/load-facts";
import { formatDay, formatDayTime, formatInstantDay } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type CheckInContentProps = Admitted<PatientActor> & {
  /** The patient the address names, for links. */
  named: string | undefined;
};

/** What is asked for now, what was sent, or that nothing is needed, with the latest answer. */
export async function CheckInContent({ services, actor, named }: CheckInContentProps) {
  const [{ open, last, mayAct }, words, uploads, language] = await Promise.all([
    ownCheckIn(services, actor),
    getTranslations("checkIns"),
    getTranslations("uploads"),
    getLocale(),
  ]);
  const { patientId, zone } = actor;
  const back = withPatient("/treatment", named);
  const isAskedAgain =
    open?.state === "requested" && last?.state === "not_yet" && last.note === open.note;
  const today = dayIn(zone, services.now).toString();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <BackLink href={back}>{words("back")}</BackLink>
        <h1 className="font-bold text-xl sm:text-3xl">{words("title")}</h1>
        {open?.state === "requested" && (
          <p className="text-muted max-sm:hidden">{words("asked.lead")}</p>
        )}
      </div>
      {last !== null && (open === null || isAskedAgain) && (
        <Notice
          title={words(`last.${last.state}`)}
          tone={last.state === "go" ? "success" : "notice"}
        >
          {last.note !== null && <p dir="auto">{last.note}</p>}
          {last.reviewedByName !== null && (
            <p className="text-sm">
              {words("last.by", {
                name: last.reviewedByName,
                day: formatInstantDay(last.reviewedAt, zone, language),
              })}
            </p>
          )}
        </Notice>
      )}
      {open === null && (
        <EmptyState
          action={<ButtonLink href={back}>{words("empty.action")}</ButtonLink>}
          title={words("empty.title")}
        >
          {words("empty.text")}
        </EmptyState>
      )}
      {open?.state === "requested" && (
        <>
          <AskedNotice isRepeated={isAskedAgain} language={language} open={open} today={today} />
          {mayAct ? (
            <Capture
              checkInId={open.id}
              key={open.id}
              patientId={patientId}
              photos={open.photos}
              words={captureWords(words, uploads)}
            />
          ) : (
            <Notice>{words("asked.viewOnly")}</Notice>
          )}
        </>
      )}
      {open?.state === "submitted" && (
        <>
          <Notice live title={words("sent.title")} tone="success">
            <p>{words("sent.text")}</p>
          </Notice>
          <Card className="flex flex-col gap-4">
            <h2 className="font-semibold text-lg">{words("sent.photos")}</h2>
            {open.submittedAt !== null && (
              <p className="text-muted text-sm">
                {words("sent.on", { time: formatDayTime(open.submittedAt, zone, language) })}
              </p>
            )}
            <SentPhotos
              label={words("sent.photos")}
              names={captureWords(words, uploads).views}
              patientId={patientId}
              photos={open.photos}
              withAligner={words("sides.in")}
            />
          </Card>
        </>
      )}
    </div>
  );
}

type AskedNoticeProps = {
  open: OpenCheckIn;
  today: string;
  language: string;
  /** The note stands above already, as the answer to the photos before. */
  isRepeated: boolean;
};

async function AskedNotice({ open, today, language, isRepeated }: AskedNoticeProps) {
  const words = await getTranslations("checkIns");
  const note = isRepeated ? null : open.note;
  if (open.dueOn === null && note === null) return null;
  const isLate = open.dueOn !== null && open.dueOn < today;
  return (
    <Notice
      title={
        open.dueOn !== null &&
        words(isLate ? "asked.late" : "asked.due", { day: formatDay(open.dueOn, language) })
      }
      tone={isLate ? "notice" : "info"}
    >
      {note !== null && <p dir="auto">{note}</p>}
    </Notice>
  );
}
