"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { StatusChip } from "@/components/badge";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Row, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PhoneLink } from "@/components/phone-link";
import { type ApiFailure, getJson } from "@/lib/api-client";
import type { VisitDetail } from "../../detail-schema";
import type { DeskMove, DiaryVisit } from "../../schema";
import { dayTimeOf, timeOf, useDiarySpeech } from "../diary-context";
import type { DiaryWordKey } from "../diary-words";
import { StateText } from "../state-text";
import { ReasonForm } from "./reason-form";
import { RefusalNotice } from "./refusal-notice";
import { VisitHistory } from "./visit-history";

type Step = Exclude<DeskMove, "move">;

type VisitDialogProps = {
  visit: DiaryVisit;
  /** The server's clock of the diary. */
  at: string;
  /** Where the patient's own page lies. */
  patientPath: string;
  onClose: () => void;
  onMove: (visit: DiaryVisit) => void;
  /** Answers why not, or null. */
  onStep: (visit: DiaryVisit, step: string, body: object) => Promise<ApiFailure | null>;
  onRelease: (visit: DiaryVisit) => void;
};

const steps: readonly { step: Step; path: string; word: DiaryWordKey; main?: boolean }[] = [
  { step: "approve", path: "approve", word: "approve", main: true },
  { step: "arrive", path: "arrive", word: "arrive", main: true },
  { step: "seat", path: "seat", word: "seat", main: true },
  { step: "complete", path: "complete", word: "complete" },
  { step: "no_show", path: "no-show", word: "noShow" },
  { step: "undo", path: "undo", word: "undo" },
];

/** One visit: what, who and where, what can be done with it now, and what happened to it. */
export function VisitDialog(props: VisitDialogProps) {
  const { visit, at, patientPath, onClose, onMove, onStep, onRelease } = props;
  const speech = useDiarySpeech();
  const { words, names } = speech;
  const [detail, setDetail] = useState<VisitDetail | null>(null);
  const [pending, setPending] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [asks, setAsks] = useState<"cancel" | "decline" | null>(null);
  const { id, version, state } = visit;
  const path = `/api/diary/appointments/${id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has another history
  useEffect(() => {
    let left = false;
    void getJson<VisitDetail>(path).then((answer) => {
      if (!left && answer.ok) setDetail(answer.value);
    });
    return () => {
      left = true;
    };
  }, [path, version]);
  const take = async (step: string, body: object = {}) => {
    setPending(step);
    const refused = await onStep(visit, step, body);
    setPending(null);
    setFailure(refused);
    if (!refused) setAsks(null);
    return refused;
  };
  const can = (step: DeskMove) => visit.can.includes(step);
  const phone = detail?.phone ?? null;
  return (
    <Dialog
      onClose={onClose}
      open
      title={<span className="wrap-anywhere">{visit.patient.name}</span>}
    >
      <Stack gap={4}>
        <Row gap={2}>
          <StatusChip tone={toneOf[state]}>
            <StateText at={at} visit={visit} />
          </StatusChip>
          {visit.bookedFrom === "portal" && state !== "held" && (
            <StatusChip>{words[visit.bookedByGuardian ? "onlineByGuardian" : "online"]}</StatusChip>
          )}
          {visit.patient.bookingRestricted && (
            <StatusChip tone="notice">{words.restricted}</StatusChip>
          )}
        </Row>
        <div>
          <p className="font-semibold text-lg">
            {dayTimeOf(speech, visit.startsAt)} – {timeOf(speech, visit.endsAt)}
          </p>
          <p>
            {[visit.visitType.name, names.get(visit.practitionerId), names.get(visit.chairId ?? "")]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {visit.note && <p className="mt-1 text-muted">{visit.note}</p>}
        </div>
        <Row gap={4}>
          <Link
            className="link inline-flex min-h-11 items-center"
            href={`${patientPath}/${visit.patient.id}`}
            prefetch={false}
          >
            {words.openPatient}
          </Link>
          {phone && <PhoneLink label={words.call} phone={phone} />}
        </Row>
        <RefusalNotice failure={failure} />
        {failure?.code === "changed" && <Notice tone="info">{words.showsNow}</Notice>}
        {asks === null ? (
          <Row gap={2}>
            {steps
              .filter(({ step }) => can(step))
              .map(({ step, path: to, word, main }) => (
                <Button
                  disabled={pending !== null && pending !== to}
                  key={step}
                  kind={main ? "primary" : "secondary"}
                  onClick={() => void take(to)}
                  pending={pending === to}
                  small
                >
                  {words[word]}
                </Button>
              ))}
            {can("move") && (
              <Button kind="secondary" onClick={() => onMove(visit)} small>
                {words.changeTime}
              </Button>
            )}
            {can("decline") && (
              <Button kind="secondary" onClick={() => setAsks("decline")} small>
                {words.decline}
              </Button>
            )}
            {can("cancel") && (
              <Button kind="quiet" onClick={() => setAsks("cancel")} small>
                {words.cancelVisit}
              </Button>
            )}
            {visit.waitingFor === "desk" && (
              <Button kind="secondary" onClick={() => onRelease(visit)} small>
                {words.letGo}
              </Button>
            )}
          </Row>
        ) : (
          <ReasonForm
            kind={asks}
            onGo={(reason, tellPatient) => void take(asks, { reason, tellPatient })}
            onLeave={() => setAsks(null)}
            pending={pending !== null}
          />
        )}
        <VisitHistory events={detail?.events ?? null} />
      </Stack>
    </Dialog>
  );
}

const toneOf = {
  held: "plain",
  requested: "notice",
  booked: "plain",
  confirmed: "accent",
  arrived: "success",
  in_chair: "accent",
  completed: "plain",
  no_show: "danger",
  cancelled: "plain",
} as const;
