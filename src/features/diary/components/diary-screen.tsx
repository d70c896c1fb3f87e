"use client";

import { Suspense, useCallback, useMemo, useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { type ApiFailure, postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { PatientToBook } from "../patient-to-book";
import type { Diary, DiaryVisit, OnlineNews } from "../schema";
import { dayInZone } from "../view/calendar-days";
import { type AxisDay, axisOf } from "../view/day-axis";
import type { DiaryWish } from "../view/diary-address";
import { columnsOf, type DiaryColumn } from "../view/diary-columns";
import { BookingDialog, MoveDialog, useDialogsEarly, VisitDialog } from "./dialogs/diary-dialogs";
import { firstPlace, placeInColumn } from "./dialogs/first-place";
import { RefusalNotice } from "./dialogs/refusal-notice";
import { useMoveWish, visitNow } from "./dialogs/use-move-wish";
import { type DiarySpeech, DiarySpeechProvider, dayTimeOf, namesIn } from "./diary-context";
import { DiaryNews } from "./diary-news";
import { DiaryToolbar } from "./diary-toolbar";
import type { DiaryWords } from "./diary-words";
import { DiaryGrid } from "./grid/diary-grid";
import { focusVisit } from "./grid/use-moving";
import type { Place } from "./moving-types";
import { useDiary } from "./use-diary";
import { useNow } from "./use-now";

type DiaryScreenProps = {
  initial: Diary;
  news: OnlineNews;
  days: readonly AxisDay[];
  wish: DiaryWish;
  /** "/desk/diary" or "/doctor/diary". */
  path: string;
  /** Where patients' own pages lie. */
  patientPath: string;
  /** Booking for this patient, chosen on another page. */
  patient: PatientToBook | null;
  title: string;
  zoneText: string;
  words: DiaryWords;
  language: string;
};

type Booking = { place: Omit<Place, "minutes">; byFields: boolean };

/** The practice's diary on the screen: what is shown, what is asked for, what just happened (R36). */
export function DiaryScreen(props: DiaryScreenProps) {
  const { initial, news, days, wish, path, patientPath, words, language, title, zoneText } = props;
  useDialogsEarly();
  const open = useDiary(initial, news);
  const { diary, change, take, reload } = open;
  const zone = diary.timeZone;
  const speech: DiarySpeech = useMemo(
    () => ({ words, language, zone, ...namesIn(diary) }),
    [words, language, zone, diary],
  );
  const today = dayInZone(useNow(diary.at, 60_000), zone);
  const columns = useMemo(() => columnsOf(diary, days, wish), [diary, days, wish]);
  const axis = useMemo(() => axisOf(days, shownSpans(columns)), [days, columns]);
  const newsIds = useMemo(
    () => new Set(open.news.items.map(({ appointmentId }) => appointmentId)),
    [open.news],
  );
  const jumpMs = useMemo(() => {
    if (wish.at !== null) return Date.parse(wish.at);
    const nowMs = Date.parse(initial.at);
    const isShown = days.some(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs);
    return isShown ? nowMs : (days[0]?.startMs ?? nowMs);
  }, [wish.at, initial.at, days]);

  const [said, setSaid] = useState("");
  const say = (text: string, { patient, startsAt }: DiaryVisit) =>
    setSaid(fillIn(text, { name: patient.name, time: dayTimeOf(speech, startsAt) }));
  const [unapproved, setUnapproved] = useState<ApiFailure | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const waiting = useMemo(() => waitingIn(diary, open.news), [diary, open.news]);
  const opened = [...diary.appointments, ...waiting].find(({ id }) => id === openId);
  const [wanted, setWanted] = useState<Booking | null>(null);
  const [patient, setPatient] = useState(props.patient);
  const moves = useMoveWish(open, speech, (visit) => {
    say(words.saidMoved, visit);
    focusVisit(visit.id);
  });

  const show = useCallback((visit: DiaryVisit) => setOpenId(visit.id), []);
  const book = useCallback(
    (column: DiaryColumn, startMs: number) =>
      setWanted({ place: placeInColumn(diary, column, startMs), byFields: false }),
    [diary],
  );
  const bookByFields = () =>
    setWanted({ place: firstPlace(diary, columns, Date.parse(diary.at)), byFields: true });
  const step = async (visit: DiaryVisit, to: string, body: object) => {
    const answer = await change(visit.id, to, { version: visit.version, ...body });
    if (answer.ok) {
      if (answer.value.state === "cancelled") setOpenId(null);
      return null;
    }
    const now = visitNow(answer);
    if (now) take(now);
    return answer;
  };
  const leave = (id: string | null) => {
    setOpenId(null);
    if (id !== null) focusVisit(id);
  };
  return (
    <DiarySpeechProvider value={speech}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 print:hidden">
        <div>
          <h1 className="font-bold text-2xl">{title}</h1>
          <p className="text-muted text-sm">{zoneText}</p>
        </div>
        <DiaryNews
          at={diary.at}
          news={open.news}
          onApprove={async (visit) => setUnapproved(await step(visit, "approve", {}))}
          onOpen={show}
          onSeen={open.seen}
          path={path}
          visits={waiting}
          wish={wish}
        />
      </div>
      <DiaryToolbar diary={diary} onBook={bookByFields} path={path} today={today} wish={wish} />
      {patient && (
        <Notice title={fillIn(words.forPatient, { name: patient.name })}>{words.chooseTime}</Notice>
      )}
      {(open.live === "down" || open.stale) && <Notice live tone="notice" title={words.lost} />}
      <RefusalNotice failure={unapproved} />
      {open.live === "ended" && <Notice live tone="notice" title={words.ended} />}
      <p className="sr-only" id="diary-keys">
        {words.keysText}
      </p>
      {columns.every((one) => one.columns.length === 0) ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : (
        <DiaryGrid
          at={diary.at}
          axis={axis}
          byChair={wish.by === "chair"}
          days={columns}
          jumpMs={jumpMs}
          newsIds={newsIds}
          onBook={book}
          onOpen={show}
          onSet={moves.ask}
          today={today}
        />
      )}
      <p className="sr-only" role="status">
        {said}
      </p>
      <Suspense fallback={null}>
        {wanted && (
          <BookingDialog
            {...wanted}
            diary={diary}
            onBooked={(visit) => {
              take(visit);
              setWanted(null);
              setPatient(null);
              say(words.saidBooked, visit);
              focusVisit(visit.id);
            }}
            onClose={() => setWanted(null)}
            patient={patient}
          />
        )}
        {opened && moves.wish === null && (
          <VisitDialog
            at={diary.at}
            onClose={() => leave(openId)}
            onMove={moves.askByFields}
            onRelease={async ({ id }) => {
              await postJson(`/api/diary/holds/${id}/release`, {});
              setOpenId(null);
              reload();
            }}
            onStep={step}
            patientPath={patientPath}
            visit={opened}
          />
        )}
        {moves.wish && (
          <MoveDialog
            diary={diary}
            key={moves.wish.visit.version}
            onClose={() => {
              const { id } = moves.wish?.visit ?? {};
              moves.leave();
              if (openId === null && id) focusVisit(id);
            }}
            onMove={moves.move}
            wish={moves.wish}
          />
        )}
      </Suspense>
    </DiarySpeechProvider>
  );
}

/** Who waits for the practice, with what was just done here laid over it. */
function waitingIn(diary: Diary, news: OnlineNews): DiaryVisit[] {
  const visits = new Map([...news.waiting, ...diary.appointments].map((one) => [one.id, one]));
  return [...visits.values()]
    .filter(({ state }) => state === "requested" || state === "arrived")
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** What the axis has to reach: working hours and everything that is booked. */
function shownSpans(days: ReturnType<typeof columnsOf>) {
  const all = days.flatMap(({ columns }) => columns);
  return [
    ...all.flatMap(({ spans }) => spans.filter(({ kind }) => kind === "open")),
    ...all.flatMap(({ visits }) => visits.map(({ visit }) => visit)),
  ].map(({ startsAt, endsAt }) => ({ startMs: Date.parse(startsAt), endMs: Date.parse(endsAt) }));
}
