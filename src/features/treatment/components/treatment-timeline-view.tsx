import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/disclosure";
import { drawn } from "@/components/drawn";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import type { TreatmentTimeline } from "../queries";
import type { ArchView } from "../schema";
import { archesAreEqual, type TimelineRow, timelineRows } from "../timeline-rows";
import { TimelineMarks } from "./timeline-marks";
import { type Rail, TimelineRail } from "./timeline-rail";
import { type RowLook, RowText } from "./timeline-row";

type TreatmentTimelineViewProps = TreatmentTimeline & {
  zone: string;
  audience: RowLook["audience"];
  /** Where a visit is booked, offered at the first stop while no visit lies ahead. */
  bookHref?: string;
  besideStage?: NonNullable<RowLook["besideStage"]>;
};

/** Rows shown of what comes; the rest opens on demand, so that sixty stages stay a page for a thumb. */
const SHOWN_AHEAD = 8;
/** A treatment that is over shows what was done, unless that is a long list. */
const SHOWN_PAST = 24;

/** Every stage of both arches as two lines running side by side, one where they go together (R20). */
export async function TreatmentTimelineView(props: TreatmentTimelineViewProps) {
  const { treatment, visits, zone, audience, bookHref, besideStage } = props;
  const [all, words, language] = await Promise.all([
    getTranslations("treatment"),
    getTranslations("treatment.timeline"),
    getLocale(),
  ]);
  const rows = timelineRows(treatment, visits, zone);
  const isOneLine = archesAreEqual(treatment);
  const lines = isOneLine ? treatment.arches.slice(0, 1) : treatment.arches;
  const rails = railsOf(rows, lines);
  const hasVisitAhead = rows.some(({ kind, time }) => kind === "visit" && time === "ahead");
  const firstStop = hasVisitAhead ? undefined : rows.find(({ kind }) => kind === "stop");
  const look: RowLook = {
    words: all,
    language,
    zone,
    today: treatment.today,
    isOneLine,
    hasOneArch: treatment.arches.length === 1,
    audience,
    ...(besideStage && { besideStage }),
    ...(bookHref !== undefined &&
      firstStop !== undefined && { booking: { rowKey: firstStop.key, href: bookHref } }),
  };
  const list = (label: string, part: readonly TimelineRow[]) => (
    <TimelineList label={label} look={look} rails={rails} rows={part} />
  );
  const past = rows.filter(({ time }) => time === "past");
  const present = rows.filter(({ time }) => time === "present");
  const ahead = rows.filter(({ time }) => time === "ahead");
  const [soon, later] = cut(ahead);
  const last = later.findLast(({ on }) => on !== null)?.on;
  const done = past.filter(({ kind }) => kind === "stage");
  return (
    <div className="relative flex flex-col gap-4">
      <TimelineMarks />
      {past.length > 0 && (
        <Disclosure
          tone="sunken"
          open={present.length + ahead.length === 0 && past.length <= SHOWN_PAST}
          summary={words("pastSummary", {
            count: done.length,
            day: shortDate(done[0]?.on ?? past[0]?.on ?? treatment.today, language),
          })}
        >
          {list(words("past"), past)}
        </Disclosure>
      )}
      {present.length > 0 && (
        <div className="rounded-card border border-accent bg-surface p-4 pb-0 shadow-soft sm:px-5">
          {list(words("present"), present)}
        </div>
      )}
      {soon.length > 0 && <div className="px-4 pt-1 sm:px-5">{list(words("ahead"), soon)}</div>}
      {later.length > 0 && (
        <Disclosure
          tone="sunken"
          summary={
            last == null
              ? words("laterOpen", { count: later.length })
              : words("later", { count: later.length, day: shortDate(last, language) })
          }
        >
          {list(words("ahead"), later)}
        </Disclosure>
      )}
    </div>
  );
}

type TimelineListProps = {
  label: string;
  rows: readonly TimelineRow[];
  rails: ReadonlyMap<string, readonly Rail[]>;
  look: RowLook;
};

/** Drawn as a whole, unless something in it lives in the browser: a link, or what stands beside a stage. */
function TimelineList({ label, rows, rails, look }: TimelineListProps) {
  const items: ReactNode = rows.map((row, index) => (
    <li
      aria-current={row.kind === "stage" && row.time === "present" ? "step" : undefined}
      className="flex gap-4"
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once; the row's own key would be sent sixty times over
      key={index}
    >
      <TimelineRail isLast={index === rows.length - 1} rails={rails.get(row.key) ?? []} row={row} />
      <RowText look={look} row={row} />
    </li>
  ));
  const isPlain =
    look.besideStage === undefined && rows.every(({ key }) => key !== look.booking?.rowKey);
  return (
    <ol
      aria-label={label}
      className="flex flex-col"
      {...(isPlain ? drawn(items) : { children: items })}
    />
  );
}

/** What comes soon, and the rest where there is enough of it to be worth a fold. */
function cut(ahead: readonly TimelineRow[]): [readonly TimelineRow[], readonly TimelineRow[]] {
  if (ahead.length <= SHOWN_AHEAD + 3) return [ahead, []];
  return [ahead.slice(0, SHOWN_AHEAD), ahead.slice(SHOWN_AHEAD)];
}

/** For every row how each arch's line goes on below it. */
function railsOf(rows: readonly TimelineRow[], arches: readonly ArchView[]) {
  const spans = arches.map(({ arch }) => {
    const touches = (row: TimelineRow) =>
      row.kind === "stage" && row.stages.some((stage) => stage.arch === arch);
    return {
      arch,
      first: rows.findIndex(touches),
      last: rows.findLastIndex(touches),
      now: rows.findLastIndex((row) => touches(row) && row.time !== "ahead"),
    };
  });
  return new Map(
    rows.map((row, index) => [
      row.key,
      spans.map(({ arch, first, last, now }): Rail => {
        if (index < first || index >= last) return { arch, below: "none" };
        return { arch, below: index < now ? "worn" : "ahead" };
      }),
    ]),
  );
}
