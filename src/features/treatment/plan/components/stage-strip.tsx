"use client";

import { CalendarCheck, Camera, Check } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { ARCHES, type Arch } from "@/domain/treatment/facts";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { SeriesDraft, StageDraft } from "../schema";
import type { PlanWords } from "./plan-words";
import type { Locks, Selection } from "./use-plan-draft";

type StageStripProps = {
  index: number;
  series: SeriesDraft;
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
  locks: Locks;
  words: PlanWords;
};

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Every stage of a series, both arches, as a grid: one stop of the Tab key, arrows move, Shift takes more along. */
export function StageStrip(props: StageStripProps) {
  const { index, series, selection, onSelect, locks, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const rows = ARCHES.map((arch) => ({ arch, stages: stagesOf(series, arch) })).filter(
    ({ stages }) => stages.length > 0,
  );
  const cursor = selection?.series === index ? selection : null;
  const entry = cursor ?? firstAhead(rows, locks);

  function go(arch: Arch, number: number, isMore: boolean) {
    const anchor = isMore && cursor?.arch === arch ? cursor.anchor : number;
    onSelect({ series: index, arch, anchor, cursor: number });
    box.current?.querySelector<HTMLElement>(`[data-cell="${arch} ${number}"]`)?.focus();
  }
  function press(event: KeyboardEvent, arch: Arch, number: number) {
    const row = rows.find((one) => one.arch === arch);
    const numbers = row?.stages.map((stage) => stage.number) ?? [];
    const at = numbers.indexOf(number);
    const isDown = event.key === "ArrowDown" || event.key === "ArrowUp";
    const other = isDown ? rows.find((one) => one.arch !== arch) : undefined;
    const last = other?.stages.at(-1)?.number ?? 0;
    const next = isDown
      ? other && Math.min(number, last)
      : event.key === "Home"
        ? numbers[0]
        : event.key === "End"
          ? numbers.at(-1)
          : numbers[at + (steps[event.key] ?? Number.NaN)];
    if (next === undefined) return;
    event.preventDefault();
    go(other?.arch ?? arch, next, event.shiftKey && !isDown);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells are drawn as a strip that wraps, which a table cannot
    <div
      aria-label={fillIn(words["strip.label"], { series: index + 1 })}
      aria-multiselectable="true"
      className="flex flex-col gap-3"
      ref={box}
      role="grid"
    >
      {rows.map(({ arch, stages }) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: its cells are
        <div className="flex gap-3" key={arch} role="row">
          {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: it only names the row */}
          <span className="w-14 shrink-0 pt-2.5 text-muted text-sm lg:pt-1.5" role="rowheader">
            {words[`strip.${arch}`]}
          </span>
          <span className="flex min-w-0 flex-wrap gap-1.5" role="presentation">
            {stages.map((stage) => {
              const isChosen = cursor?.arch === arch && isWithin(cursor, stage.number);
              const isEntry = entry?.arch === arch && entry.cursor === stage.number;
              return (
                // biome-ignore lint/a11y/useSemanticElements: see the grid
                <div
                  aria-label={nameOf(stage, locks, words)}
                  aria-selected={isChosen}
                  className={cellLook(stage, locks, isChosen)}
                  data-cell={`${arch} ${stage.number}`}
                  key={stage.number}
                  onClick={(event) => go(arch, stage.number, event.shiftKey)}
                  onKeyDown={(event) => press(event, arch, stage.number)}
                  role="gridcell"
                  tabIndex={isEntry ? 0 : -1}
                >
                  <CellContent locks={locks} stage={stage} />
                </div>
              );
            })}
          </span>
        </div>
      ))}
    </div>
  );
}

function CellContent({ stage, locks }: { stage: StageDraft; locks: Locks }) {
  const { kind, number, stopAfter } = stage;
  const isWorn = stage.id !== null && locks.worn.has(stage.id);
  return (
    <>
      <span>{kind === "template" ? "T" : number}</span>
      {isWorn && <Check aria-hidden="true" className="absolute end-0.5 top-0.5 size-3" />}
      {hasWork(stage) && (
        <span
          aria-hidden="true"
          className="absolute start-1 top-1 size-1.5 rounded-chip bg-current"
        />
      )}
      {stopAfter === "visit" && (
        <CalendarCheck aria-hidden="true" className="absolute end-0.5 bottom-0.5 size-3" />
      )}
      {stopAfter === "photo_check_in" && (
        <Camera aria-hidden="true" className="absolute end-0.5 bottom-0.5 size-3" />
      )}
    </>
  );
}

const kinds: Readonly<Record<StageDraft["kind"], string>> = {
  aligner: "border-solid",
  passive: "border-dashed",
  overcorrection: "border-double border-3",
  retainer: "border-dotted border-2",
  template: "border-solid rounded-chip",
};

function cellLook(stage: StageDraft, locks: Locks, isChosen: boolean): string {
  const isWorn = stage.id !== null && locks.worn.has(stage.id);
  const isBegun = stage.id !== null && locks.begun.has(stage.id);
  const isHeld = stage.stopAfter !== "none";
  return classNames(
    "relative grid size-11 cursor-pointer select-none place-items-center rounded-control border font-medium text-sm lg:size-9.5",
    kinds[stage.kind],
    isWorn
      ? "border-transparent bg-accent text-on-accent"
      : isBegun
        ? "border-accent bg-accent-soft text-ink"
        : isHeld
          ? "border-notice bg-notice-soft text-notice"
          : "border-edge bg-surface hover:border-ink",
    isChosen && "outline-2 outline-ink outline-offset-1",
  );
}

/** "Upper 4, Aligner, 7 days, then a visit". */
function nameOf(stage: StageDraft, locks: Locks, words: PlanWords): string {
  const { id, kind, arch, number, intervalDays, stopAfter } = stage;
  if (kind === "template") return words[`stage.template.${arch}`];
  const stage1 = `${words[`strip.${arch}`]} ${number}, ${words[`stage.kinds.${kind}`]}`;
  return [
    fillIn(words["strip.cell"], { stage: stage1, days: intervalDays }),
    ...(id !== null && locks.worn.has(id)
      ? [words["strip.worn"]]
      : id !== null && locks.begun.has(id)
        ? [words["strip.current"]]
        : []),
    ...(stopAfter === "none" ? [] : [words[`strip.stop.${stopAfter}`]]),
    ...(hasWork(stage) ? [words["strip.work"]] : []),
  ].join(", ");
}

export function stagesOf(series: SeriesDraft, arch: Arch): StageDraft[] {
  return series.stages
    .filter((stage) => stage.arch === arch)
    .toSorted((a, b) => a.number - b.number);
}

export function isWithin({ anchor, cursor }: Selection, number: number): boolean {
  return Math.min(anchor, cursor) <= number && number <= Math.max(anchor, cursor);
}

function hasWork({ place, remove, ipr }: StageDraft): boolean {
  return place.length + remove.length + ipr.length > 0;
}

/** Where the Tab key comes in: the first stage that is not over. */
function firstAhead(
  rows: readonly { readonly arch: Arch; readonly stages: readonly StageDraft[] }[],
  { worn }: Locks,
): { arch: Arch; cursor: number } | null {
  const [row] = rows;
  const stage = row?.stages.find(({ id }) => id === null || !worn.has(id)) ?? row?.stages[0];
  return row && stage ? { arch: row.arch, cursor: stage.number } : null;
}
