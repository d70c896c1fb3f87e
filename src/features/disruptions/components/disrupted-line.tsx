import { StatusChip, type Tone } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Row } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { TimeText } from "@/components/time-text";
import type { DisruptedState } from "@/domain/appointments/disrupted-visit";
import { dayInZone } from "@/features/diary/view/calendar-days";
import { formatDayTime, formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { DisruptedLine as Line } from "../queries";
import { EndVisit } from "./end-visit";
import { ReleaseHold } from "./release-hold";
import { VisitSteps } from "./visit-steps";

const tones: Record<DisruptedState, Tone> = {
  open: "notice",
  asked: "accent",
  reached: "accent",
  moved: "success",
  cancelled: "plain",
  answered: "success",
  held: "notice",
  stands: "success",
  over: "plain",
};

type DisruptedLineProps = { visit: Line; listId: string; zone: string; language: string };

/** A visit, wish or held time on the list: where it stands, and what can be done for it. */
export async function DisruptedLine({ visit, listId, zone, language }: DisruptedLineProps) {
  const words = await getTranslations("disruptions");
  const { is, isWish, held, patient, practitioner, visitType, startsAt, listedAt } = visit;
  const isOpen = is === "open" || is === "asked" || is === "reached";
  const isHeld = is === "held" && held !== null;
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <Row between>
        <div className="min-w-0">
          <p className="wrap-anywhere font-semibold">{patient.name}</p>
          <p className="wrap-anywhere text-muted text-sm">
            <TimeText at={startsAt} language={language} zone={zone} /> · {visitType.name} ·{" "}
            {practitioner.name}
            {is === "moved" && startsAt !== listedAt && (
              <> · {words("visit.was", { time: formatDayTime(listedAt, zone, language) })}</>
            )}
          </p>
          {isWish && <p className="text-sm">{words("wish.what")}</p>}
          {isHeld && (
            <p className="text-sm">
              {words(held.byDesk ? "held.byDesk" : "held.byPatient", {
                time: formatInstantTime(held.until, zone, language),
              })}
            </p>
          )}
        </div>
        <StatusChip tone={tones[is]}>{words(`states.${is}`)}</StatusChip>
      </Row>
      {(isOpen || isHeld) && (
        <Row gap={2}>
          {isOpen && isWish && <WishAnswer visit={visit} zone={zone} />}
          {isOpen && !isWish && <VisitAnswer language={language} listId={listId} visit={visit} />}
          {isHeld && held.byDesk && <HoldAnswer visit={visit} />}
          {patient.phone ? (
            <PhoneLink label={words("visit.call")} phone={patient.phone} />
          ) : (
            <span className="text-muted text-sm">{words("visit.noPhone")}</span>
          )}
        </Row>
      )}
    </li>
  );
}

/** For a wish for another time: no, or a look at the day in the diary. */
async function WishAnswer({ visit, zone }: Pick<DisruptedLineProps, "visit" | "zone">) {
  const words = await getTranslations("disruptions");
  const { appointmentId, version, startsAt, patient } = visit;
  const { name } = patient;
  return (
    <>
      <ButtonLink
        aria-label={words("wish.diaryLabel", { name })}
        href={`/desk/diary?${new URLSearchParams({ on: dayInZone(Date.parse(startsAt), zone), at: startsAt })}`}
        kind="secondary"
        small
      >
        {words("wish.diary")}
      </ButtonLink>
      <EndVisit
        appointmentId={appointmentId}
        step="decline"
        version={version}
        words={{
          ...pickWords((key) => words(`wish.${key}`), ["go", "title", "text", "reason", "keep"]),
          label: words("wish.label", { name }),
        }}
      />
    </>
  );
}

async function HoldAnswer({ visit }: Pick<DisruptedLineProps, "visit">) {
  const words = await getTranslations("disruptions.held");
  return (
    <ReleaseHold
      id={visit.appointmentId}
      words={{
        ...pickWords(words, ["go", "text", "keep"]),
        label: words("label", { name: visit.patient.name }),
      }}
    />
  );
}

async function VisitAnswer(props: Pick<DisruptedLineProps, "visit" | "listId" | "language">) {
  const { visit, listId, language } = props;
  const words = await getTranslations("disruptions");
  const { appointmentId, version, is, patient } = visit;
  const { name } = patient;
  return (
    <>
      <VisitSteps
        appointmentId={appointmentId}
        canAsk={is !== "asked"}
        isReached={is === "reached"}
        key={`${version} ${is}`}
        language={language}
        listId={listId}
        words={{
          ...pickWords((key) => words.raw(`visit.${key}`), visitStepKeys),
          suggestLabel: words("visit.suggestLabel", { name }),
          askLabel: words("visit.askLabel", { name }),
          reachedLabel: words("visit.reachedLabel", { name }),
          notReachedLabel: words("visit.notReachedLabel", { name }),
        }}
      />
      <EndVisit
        appointmentId={appointmentId}
        step="cancel"
        version={version}
        words={{
          go: words("visit.cancelVisit"),
          title: words("visit.cancelTitle"),
          text: words("visit.cancelText"),
          reason: words("visit.reason"),
          keep: words("visit.keep"),
          label: words("visit.cancelLabel", { name }),
        }}
      />
    </>
  );
}

const visitStepKeys = [
  "suggest",
  "moveTo",
  "noTime",
  "askOne",
  "asked",
  "unreachable",
  "reached",
  "notReached",
  "moved",
  "failed",
] as const;
