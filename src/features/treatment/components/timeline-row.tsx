import Link from "next/link";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { formatInstantTime, zoneName } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import { getTranslations } from "@/lib/translations";
import type { StageView } from "../schema";
import type { TimelineRow } from "../timeline-rows";
import { stageNames } from "./stage-names";

export interface RowLook {
  readonly zone: string;
  /** One line tells of both arches. */
  readonly isOneLine: boolean;
  readonly hasOneArch: boolean;
  readonly audience: "patient" | "clinic";
  /** The stop at which a visit can be booked, and where. */
  readonly booking?: { readonly rowKey: string; readonly href: string };
}

type RowTextProps = { row: TimelineRow; look: RowLook };

/** What stands beside the line: what it is, when, and what there is to know. */
export async function RowText({ row, look }: RowTextProps) {
  const [words, language] = await Promise.all([getTranslations("treatment"), getLocale()]);
  const day = (on: string | null) =>
    on === null ? words("timeline.noDay") : shortDay(on, language);
  switch (row.kind) {
    case "stage": {
      const isNow = row.time === "present";
      const aside = isNow
        ? words("timeline.since", { day: day(row.on) })
        : row.isEarliest && row.on !== null
          ? words("timeline.earliest", { day: day(row.on) })
          : day(row.on);
      return (
        <Line
          aside={aside}
          isStrong={isNow}
          state={words(`timeline.state.${stateOf(row)}`)}
          title={stageNames(words, row.stages, look.isOneLine || look.hasOneArch)}
        >
          {notesOf(row.stages, look, words)}
        </Line>
      );
    }
    case "stop": {
      const title = words(
        `timeline.${look.audience === "clinic" ? "stopClinic" : "stop"}.${row.reason}`,
      );
      const isBookable = row.reason === "visit" && look.booking?.rowKey === row.key;
      return (
        <Line state={words("timeline.state.hold")} title={title} tone="notice">
          {isBookable && (
            <Link
              className="link inline-flex min-h-11 items-center"
              href={look.booking?.href ?? ""}
            >
              {words("timeline.bookVisit")}
            </Link>
          )}
        </Line>
      );
    }
    case "visit": {
      const { startsAt, typeName, practitionerName, state } = row.visit;
      const time = formatInstantTime(startsAt, look.zone, language);
      return (
        <Line
          aside={`${day(row.on)}, ${time}`}
          state={words(`timeline.visitState.${state}`)}
          title={typeName}
          tone="muted"
        >
          <p className="text-muted text-sm">
            {words("timeline.visitZone", {
              practitioner: practitionerName,
              zone: zoneName(startsAt, look.zone, language),
            })}
          </p>
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
          aside={words("timeline.since", { day: day(row.on) })}
          state={words("timeline.state.hold")}
          title={words(`timeline.pause.${key}`, { day: day(row.untilOn) })}
          tone="notice"
        />
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
    case "series":
      return (
        <h3 className="pt-2 pb-1 font-semibold text-accent">{words(`series.${row.seriesKind}`)}</h3>
      );
  }
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

/** What differs from the plain course of a stage, each thing once. */
function notesOf(stages: readonly StageView[], look: RowLook, words: Translate): ReactNode {
  const notes = stages.flatMap((stage) => {
    const { status, extensionDays, lateDays } = stage;
    const found: string[] = [];
    if (status === "on_hold") found.push(words("timeline.onHold"));
    if (status === "backtracked") found.push(words("timeline.again"));
    if (extensionDays > 0) found.push(words("timeline.extended", { days: extensionDays }));
    if (look.audience === "clinic" && lateDays !== null && lateDays !== 0) {
      found.push(
        words(lateDays > 0 ? "timeline.late" : "timeline.early", { days: Math.abs(lateDays) }),
      );
    }
    return found;
  });
  if (notes.length === 0) return null;
  return <p className="text-muted text-sm">{[...new Set(notes)].join(". ")}</p>;
}
