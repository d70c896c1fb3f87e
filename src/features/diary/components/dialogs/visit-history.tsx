"use client";

import { Skeleton } from "@/components/skeleton";
import type { AppointmentEvent } from "@/domain/appointments/appointment-state";
import { fillIn } from "@/lib/fill-in";
import type { VisitDetail } from "../../detail-schema";
import { type DiarySpeech, dayTimeOf, useDiarySpeech } from "../diary-context";
import type { DiaryWordKey } from "../diary-words";

type Event = VisitDetail["events"][number];

const eventWords: Readonly<Record<AppointmentEvent, DiaryWordKey>> = {
  hold: "didHold",
  release: "didRelease",
  book: "didBook",
  request: "didRequest",
  approve: "didApprove",
  decline: "didDecline",
  withdraw: "didWithdraw",
  reschedule: "didReschedule",
  rearrange: "didRearrange",
  confirm: "didConfirm",
  cancel: "didCancel",
  arrive: "didArrive",
  seat: "didSeat",
  complete: "didComplete",
  mark_no_show: "didNoShow",
  undo: "didUndo",
};

const roleWords: Record<NonNullable<Event["byRole"]>, DiaryWordKey> = {
  patient: "rolePatient",
  guardian: "roleGuardian",
  orthodontist: "rolePractice",
  staff: "rolePractice",
  admin: "rolePractice",
};

/** "Moved to Tue 24 Nov, 15:00 by Maren Ellwood". */
export function eventText(speech: DiarySpeech, event: Event): string {
  const { words } = speech;
  const who = event.byName ?? (event.byRole ? words[roleWords[event.byRole]] : words.roleSystem);
  const what = fillIn(words[wordOf(event.event)], { time: dayTimeOf(speech, event.startsAt) });
  return fillIn(words.didBy, { what, who });
}

function wordOf(event: string): DiaryWordKey {
  const known: Readonly<Record<string, DiaryWordKey>> = eventWords;
  return known[event] ?? "didChange";
}

/** What happened to a visit, the latest first. */
export function VisitHistory({ events }: { events: readonly Event[] | null }) {
  const speech = useDiarySpeech();
  return (
    <details className="rounded-control border border-hairline">
      <summary className="flex min-h-11 items-center px-4 font-medium">
        {speech.words.history}
      </summary>
      <ol className="flex flex-col gap-2 px-4 pb-4 text-sm">
        {events === null && <Skeleton className="h-4 w-2/3" />}
        {events?.map((event) => (
          <li className="flex flex-col" key={event.id}>
            <span>{eventText(speech, event)}</span>
            {event.reason && <span className="text-muted">{event.reason}</span>}
            <time className="text-muted tabular-nums" dateTime={event.at}>
              {dayTimeOf(speech, event.at)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}
