"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "@/components/button";
import { Card } from "@/components/layout";
import { wearDaysOf } from "@/domain/treatment/plan/plan-shape";
import { fillIn } from "@/lib/fill-in";
import { shortDate } from "@/lib/short-day";
import type { SeriesDraft } from "../schema";
import type { PlanWords } from "./plan-words";
import { SeriesFields } from "./series-fields";
import { StagePanel } from "./stage-panel";
import { StageStrip } from "./stage-strip";
import { StripLegend } from "./strip-legend";
import type { Locks, Selection } from "./use-plan-draft";

type SeriesCardProps = {
  index: number;
  series: SeriesDraft;
  /** Begun series end early today alone, and only the last of them. */
  isLastBegun: boolean;
  isOnly: boolean;
  selection: Selection | null;
  onSelect: (selection: Selection | null) => void;
  onChange: (change: (series: SeriesDraft) => SeriesDraft) => void;
  onRemove: () => void;
  locks: Locks;
  today: string;
  language: string;
  words: PlanWords;
};

/** One series: what kind, when, how many, and every stage of it. */
export function SeriesCard(props: SeriesCardProps) {
  const { index, series, selection, onSelect, onChange, locks, language, words } = props;
  const number = index + 1;
  const isBegun = series.stages.some((stage) => stage.id !== null && locks.begun.has(stage.id));
  const isFixed = series.stages.some((stage) => stage.id !== null && locks.fixed.has(stage.id));
  const isOver =
    series.stages.length > 0 &&
    series.stages.every(
      ({ id, kind }) => kind === "template" || (id !== null && locks.worn.has(id)),
    );
  const isChosen = selection?.series === index;
  return (
    <Card flush>
      <details className="group" open={!isOver || isChosen}>
        <summary className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 sm:px-5">
          <h2 className="font-semibold text-lg">
            {fillIn(words["series.heading"], {
              number,
              kind: words[`series.addKind.${series.kind}`],
            })}
          </h2>
          <span className="grow text-muted text-sm">
            {series.endedOn === null
              ? fillIn(words["series.totals"], {
                  upperDays: wearDaysOf(series, "upper"),
                  lowerDays: wearDaysOf(series, "lower"),
                })
              : fillIn(words["series.ended"], { day: shortDate(series.endedOn, language) })}
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-5 shrink-0 self-center text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="flex flex-col gap-4 px-4 pb-4 sm:px-5 sm:pb-5">
          <SeriesFields
            isBegun={isBegun}
            locks={locks}
            onChange={onChange}
            series={series}
            words={words}
          />
          {series.stages.length > 0 && (
            <StageStrip
              index={index}
              locks={locks}
              onSelect={onSelect}
              selection={selection}
              series={series}
              words={words}
            />
          )}
          <StripLegend words={words} />
          {isChosen ? (
            <StagePanel
              locks={locks}
              onChange={onChange}
              onSelect={onSelect}
              selection={selection}
              series={series}
              words={words}
            />
          ) : (
            <p className="text-muted text-sm">{words["stage.none"]}</p>
          )}
          <div className="flex flex-wrap gap-3">
            {props.isLastBegun && series.endedOn === null && (
              <Button
                kind="secondary"
                onClick={() => onChange((one) => ({ ...one, endedOn: props.today }))}
                small
              >
                {words["series.end"]}
              </Button>
            )}
            {props.isLastBegun && series.endedOn !== null && (
              <Button
                kind="secondary"
                onClick={() => onChange((one) => ({ ...one, endedOn: null }))}
                small
              >
                {words["series.undoEnd"]}
              </Button>
            )}
            {!isFixed && !props.isOnly && (
              <Button kind="quiet" onClick={props.onRemove} small>
                {words["series.remove"]}
              </Button>
            )}
          </div>
        </div>
      </details>
    </Card>
  );
}
