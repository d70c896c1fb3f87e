import { StatusChip, type Tone } from "@/components/badge";
import { Row } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { TimeText } from "@/components/time-text";
import type { DisruptedState } from "@/domain/appointments/disrupted-visit";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { DisruptedLine as Line } from "../queries";
import { CancelVisit } from "./cancel-visit";
import { VisitSteps } from "./visit-steps";

const tones: Record<DisruptedState, Tone> = {
  open: "notice",
  asked: "accent",
  reached: "accent",
  moved: "success",
  cancelled: "plain",
  stands: "success",
  over: "plain",
};

type DisruptedLineProps = { visit: Line; listId: string; zone: string; language: string };

/** A visit on the list: where it stands, and what can be done for it. */
export async function DisruptedLine({ visit, listId, zone, language }: DisruptedLineProps) {
  const words = await getTranslations("disruptions");
  const { appointmentId, version, is, patient, practitioner, visitType, startsAt } = visit;
  const { name } = patient;
  const isOpen = is === "open" || is === "asked" || is === "reached";
  const was = `${formatInstantDay(visit.listedAt, zone, language)}, ${formatInstantTime(visit.listedAt, zone, language)}`;
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <Row between>
        <div className="min-w-0">
          <p className="wrap-anywhere font-semibold">{name}</p>
          <p className="wrap-anywhere text-muted text-sm">
            <TimeText at={startsAt} language={language} zone={zone} /> · {visitType.name} ·{" "}
            {practitioner.name}
            {is === "moved" && startsAt !== visit.listedAt && (
              <> · {words("visit.was", { time: was })}</>
            )}
          </p>
        </div>
        <StatusChip tone={tones[is]}>{words(`states.${is}`)}</StatusChip>
      </Row>
      {isOpen && (
        <Row gap={2}>
          <VisitSteps
            appointmentId={appointmentId}
            canAsk={is !== "asked"}
            isReached={is === "reached"}
            key={`${version} ${is}`}
            language={language}
            listId={listId}
            words={{
              ...pickWords(
                (key) => words.raw(`visit.${key}`),
                [
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
                ],
              ),
              suggestLabel: words("visit.suggestLabel", { name }),
              askLabel: words("visit.askLabel", { name }),
              reachedLabel: words("visit.reachedLabel", { name }),
              notReachedLabel: words("visit.notReachedLabel", { name }),
            }}
          />
          <CancelVisit
            appointmentId={appointmentId}
            version={version}
            words={{
              ...pickWords(
                (key) => words(`visit.${key}`),
                ["cancelVisit", "cancelTitle", "cancelText", "reason", "keep"],
              ),
              cancelLabel: words("visit.cancelLabel", { name }),
            }}
          />
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
