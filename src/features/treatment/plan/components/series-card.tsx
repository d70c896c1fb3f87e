"use client";

import { useId } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/choices";
import { Card } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { ARCHES } from "@/domain/treatment/facts";
import {
  leastCount,
  withChanged,
  withCount,
  withTemplate,
} from "@/domain/treatment/plan/lay-stages";
import { wearDaysOf, wornStagesOf } from "@/domain/treatment/plan/plan-shape";
import { fillIn } from "@/lib/fill-in";
import { shortDate } from "@/lib/short-day";
import type { SeriesDraft } from "../schema";
import { NumberEntry } from "./number-entry";
import type { PlanWords } from "./plan-words";
import { StagePanel } from "./stage-panel";
import { StageStrip } from "./stage-strip";
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

export const seriesKinds = ["initial", "refinement", "midcourse_correction", "retention"] as const;
const DAYS_OF_NEW = 7;

/** One series: what kind, when, how many, and every stage of it. */
export function SeriesCard(props: SeriesCardProps) {
  const { index, series, selection, onSelect, onChange, locks, language, words } = props;
  const id = useId();
  const number = index + 1;
  const isBegun = series.stages.some((stage) => stage.id !== null && locks.begun.has(stage.id));
  const isFixed = series.stages.some((stage) => stage.id !== null && locks.fixed.has(stage.id));
  const all = series.stages.filter(({ kind }) => kind !== "template");
  const free = all.filter((stage) => stage.id === null || !locks.worn.has(stage.id));
  const days = new Set(free.map(({ intervalDays }) => intervalDays));
  const isChosen = selection?.series === index;
  return (
    <Card className="flex flex-col gap-5 p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-lg">
          {fillIn(words["series.heading"], {
            number,
            kind: words[`series.addKind.${series.kind}`],
          })}
        </h2>
        <p className="text-muted text-sm">
          {series.endedOn === null
            ? fillIn(words["series.totals"], {
                upperDays: wearDaysOf(series, "upper"),
                lowerDays: wearDaysOf(series, "lower"),
              })
            : fillIn(words["series.ended"], { day: shortDate(series.endedOn, language) })}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <SelectField
          className="max-w-48"
          disabled={isBegun}
          id={`${id}-kind`}
          label={words["series.kind"]}
          name="kind"
          onChange={(event) => {
            const kind = seriesKinds.find((one) => one === event.target.value);
            if (kind) onChange((one) => ({ ...one, kind }));
          }}
          options={seriesKinds.map((kind) => ({
            value: kind,
            label: words[`series.addKind.${kind}`],
          }))}
          value={series.kind}
        />
        <TextField
          className="max-w-40"
          disabled={isBegun}
          id={`${id}-starts`}
          label={words["series.startsOn"]}
          name="startsOn"
          onChange={(event) =>
            onChange((one) => ({ ...one, startsOn: event.target.value || null }))
          }
          title={words["series.startsHint"]}
          type="date"
          value={series.startsOn ?? ""}
        />
        {ARCHES.map((arch) => (
          <NumberEntry
            id={`${id}-${arch}`}
            key={arch}
            label={words[`series.${arch}`]}
            least={leastCount(series, arch, locks.fixed)}
            most={120}
            onEnter={(count) => {
              const wish = { fixed: locks.fixed, intervalDays: [...days][0] ?? DAYS_OF_NEW };
              if (count !== null) onChange((one) => withCount(one, arch, count, wish));
            }}
            value={wornStagesOf(series, arch).length}
          />
        ))}
        <NumberEntry
          className="max-w-24"
          disabled={free.length === 0}
          id={`${id}-days`}
          label={words["series.days"]}
          least={1}
          most={365}
          onEnter={(intervalDays) => {
            if (intervalDays !== null) onChange((one) => withDays(one, intervalDays, locks));
          }}
          placeholder={words["stage.mixed"]}
          value={days.size === 1 ? ([...days][0] ?? null) : null}
        />
      </div>
      <div className="flex flex-wrap gap-x-6">
        {ARCHES.map((arch) => {
          const template = series.stages.find(
            (stage) => stage.arch === arch && stage.kind === "template",
          );
          return (
            <Checkbox
              checked={template !== undefined}
              disabled={template?.id != null && locks.fixed.has(template.id)}
              id={`${id}-template-${arch}`}
              key={arch}
              label={words[`series.template.${arch}`]}
              name={`template-${arch}`}
              onChange={(event) => onChange((one) => withTemplate(one, arch, event.target.checked))}
            />
          );
        })}
      </div>
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
    </Card>
  );
}

/** Every stage that is not over, worn equally long. */
export function withDays(series: SeriesDraft, intervalDays: number, locks: Locks): SeriesDraft {
  return ARCHES.reduce<SeriesDraft>((one, arch) => {
    const last = wornStagesOf(one, arch).length;
    return withChanged(one, { arch, first: 1, last }, { intervalDays }, locks);
  }, series);
}
