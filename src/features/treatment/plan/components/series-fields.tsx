"use client";

import { useId } from "react";
import { Checkbox } from "@/components/choices";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { ARCHES } from "@/domain/treatment/facts";
import {
  leastCount,
  withChanged,
  withCount,
  withTemplate,
} from "@/domain/treatment/plan/lay-stages";
import { wornStagesOf } from "@/domain/treatment/plan/plan-shape";
import type { SeriesDraft } from "../schema";
import { NumberEntry } from "./number-entry";
import type { PlanWords } from "./plan-words";
import type { Locks } from "./use-plan-draft";

type SeriesFieldsProps = {
  series: SeriesDraft;
  isBegun: boolean;
  onChange: (change: (series: SeriesDraft) => SeriesDraft) => void;
  locks: Locks;
  words: PlanWords;
};

export const seriesKinds = ["initial", "refinement", "midcourse_correction", "retention"] as const;
const DAYS_OF_NEW = 7;

/** What a series is as a whole: its kind, first day, how many stages, how long each. */
export function SeriesFields({ series, isBegun, onChange, locks, words }: SeriesFieldsProps) {
  const id = useId();
  const free = series.stages.filter(
    (stage) => stage.kind !== "template" && (stage.id === null || !locks.worn.has(stage.id)),
  );
  const days = new Set(free.map(({ intervalDays }) => intervalDays));
  return (
    <>
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1.7fr_1.7fr_1fr_1fr_1fr]">
        <SelectField
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
            className=""
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
          className=""
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
    </>
  );
}

/** Every stage that is not over, worn equally long. */
export function withDays(series: SeriesDraft, intervalDays: number, locks: Locks): SeriesDraft {
  return ARCHES.reduce<SeriesDraft>((one, arch) => {
    const last = wornStagesOf(one, arch).length;
    return withChanged(one, { arch, first: 1, last }, { intervalDays }, locks);
  }, series);
}
