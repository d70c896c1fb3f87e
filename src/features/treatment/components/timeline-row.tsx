import Link from "next/link";
import type { ReactNode } from "react";
import { formatInstantTime, zoneName } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import type { StageView } from "../schema";
import type { StageRow, TimelineRow } from "../timeline-rows";
import { stageNames } from "./stage-names";

export interface RowLook {
  /** Those of `treatment`. */
  readonly words: Translate;
  readonly language: string;
  readonly zone: string;
  /** `YYYY-MM-DD`; days of another year are told with it. */
  readonly today: string;
  /** One line tells of both arches. */
  readonly isOneLine: boolean;
  readonly hasOneArch: boolean;
  readonly audience: "patient" | "clinic";
  /** The stop at which a visit can be booked, and where. */
  readonly booking?: { readonly rowKey: string; readonly href: string };
  /** What else there is to see of a stage, such as its photos. */
  readonly besideStage?: (row: StageRow) => ReactNode;
}

type RowTextProps = { row: TimelineRow; look: RowLook };

/** What stands beside the line: what it is, when, and what there is to know. */
export function RowText({ row, look }: RowTextProps) {
  const { words } = look;
  const day = (on: string | null) => dayWords(on, look);
  switch (row.kind) {
    case "stage": {
      const isNow = row.time === "present";
      const aside = isNow
        ? words("timeline.since", { day: day(row.on) })
        : row.isEarliest && row.on !== null
          ? words("timeline.earliest", { day: day(row.on) })
          : day(row.on);
      const notes = notesOf(row.stages, look);
      return (
        <Line
          aside={aside}
          isStrong={isNow}
          state={words(`timeline.state.${stateOf(row)}`)}
          title={stageNames(words, row.stages, look.isOneLine || look.hasOneArch)}
        >
          {notes !== "" && <Note>{notes}</Note>}
          {look.besideStage?.(row)}
        </Line>
      );
    }
    case "stop":
      return <StopText look={look} row={row} />;
    case "milestone": {
      const { percent, stages } = row.milestone;
      return (
        <Line
          aside={day(row.on)}
          state={words("timeline.state.done")}
          title={words(`timeline.milestone.${percent}`)}
        >
          <Note>{words("timeline.milestone.stages", { count: stages })}</Note>
        </Line>
      );
    }
    case "visit": {
      const { startsAt, typeName, practitionerName, state } = row.visit;
      const { zone, language } = look;
      const time = formatInstantTime(startsAt, zone, language);
      return (
        <Line
          aside={`${day(row.on)}, ${time}`}
          state={words(`timeline.visitState.${state}`)}
          title={typeName}
          tone="muted"
        >
          <Note>
            {row.time === "past"
              ? practitionerName
              : words("timeline.visitZone", {
                  practitioner: practitionerName,
                  zone: zoneName(startsAt, zone, language),
                })}
          </Note>
        </Line>
      );
    }
    case "pause": {
      const key =
        row.untilOn === null
          ? "open"
          : row.time === "past"
            ? "past"
            : row.time === "present"
              ? "now"
              : "ahead";
      return (
        <Line
          aside={words(row.time === "past" ? "timeline.from" : "timeline.since", {
            day: day(row.on),
          })}
          state={words(`timeline.state.${row.time === "past" ? "done" : "hold"}`)}
          title={words(`timeline.pause.${key}`, { day: day(row.untilOn) })}
          tone={row.time === "past" ? "muted" : "notice"}
        >
          {look.audience === "patient" && <Note>{words("timeline.pause.why")}</Note>}
        </Line>
      );
    }
    case "finish":
      return (
        <Line
          aside={row.isEarliest ? words("timeline.earliest", { day: day(row.on) }) : day(row.on)}
          isStrong
          state={words(`timeline.state.${row.time === "past" ? "done" : "next"}`)}
          title={words("timeline.finish")}
        />
      );
    case "series": {
      // The practice's page heads the timeline itself.
      const Heading = look.audience === "clinic" ? "h3" : "h2";
      return (
        <Heading className="pt-2 pb-1 font-semibold text-accent">
          {words(`series.${row.seriesKind}`)}
        </Heading>
      );
    }
  }
}

type StopTextProps = { row: Extract<TimelineRow, { kind: "stop" }>; look: RowLook };

/** A stop with what it waits for, and why; passed, that it was opened. */
function StopText({ row, look }: StopTextProps) {
  const { words, audience, booking } = look;
  if (row.time === "past") {
    return (
      <Line
        aside={dayWords(row.on, look)}
        state={words("timeline.state.done")}
        title={words(`timeline.stopOpened.${row.reason}`)}
        tone="muted"
      />
    );
  }
  const isClinic = audience === "clinic";
  const isBookable = row.reason === "visit" && booking?.rowKey === row.key;
  return (
    <Line
      state={words("timeline.state.hold")}
      title={words(`timeline.${isClinic ? "stopClinic" : "stop"}.${row.reason}`)}
      tone="notice"
    >
      {!isClinic && <Note>{words(`timeline.stopWhy.${row.reason}`)}</Note>}
      {isBookable && (
        <Link className="link inline-flex min-h-11 items-center" href={booking?.href ?? ""}>
          {words("timeline.bookVisit")}
        </Link>
      )}
    </Line>
  );
}

type LineProps = {
  title: ReactNode;
  /** For those who do not see the mark. */
  state: string;
  aside?: ReactNode;
  isStrong?: boolean;
  tone?: "ink" | "muted" | "notice";
  children?: ReactNode;
};

const tones = { ink: "", muted: "text-muted", notice: "text-notice" };

function Line({ title, state, aside, isStrong = false, tone = "ink", children }: LineProps) {
  return (
    <div className="flex min-w-0 grow flex-col pb-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p
          className={`min-w-0 flex-1 basis-28 ${isStrong ? "font-semibold text-lg" : "font-medium"} ${tones[tone]}`}
        >
          {title}
          <span className="sr-only"> ({state})</span>
        </p>
        {aside && <p className="shrink-0 text-muted text-sm">{aside}</p>}
      </div>
      {children}
    </div>
  );
}

function stateOf(row: TimelineRow): "done" | "now" | "next" {
  return row.time === "past" ? "done" : row.time === "present" ? "now" : "next";
}

function Note({ children }: { children: ReactNode }) {
  return <p className="text-muted text-sm">{children}</p>;
}

/** A day with its weekday; of another year with the year instead. */
function dayWords(on: string | null, { words, language, today }: RowLook): string {
  if (on === null) return words("timeline.noDay");
  const isThisYear = on.slice(0, 4) === today.slice(0, 4);
  return shortDay(on, language, { weekday: isThisYear, year: !isThisYear });
}

/** What differs from the plain course of a stage, each thing once. */
function notesOf(stages: readonly StageView[], { words, audience }: RowLook): string {
  const key = audience === "clinic" ? "" : "Told";
  const notes = stages.flatMap((stage) => {
    const { status, extensionDays, lateDays } = stage;
    const found: string[] = [];
    if (status === "on_hold") found.push(words("timeline.onHold"));
    if (status === "backtracked") found.push(words("timeline.again"));
    if (extensionDays > 0) found.push(words(`timeline.extended${key}`, { days: extensionDays }));
    if (lateDays !== null && lateDays !== 0) {
      const late = lateDays > 0 ? "late" : "early";
      found.push(words(`timeline.${late}${key}`, { days: Math.abs(lateDays) }));
    }
    return found;
  });
  return [...new Set(notes)].join(". ");
}
