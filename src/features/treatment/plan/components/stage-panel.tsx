"use client";

import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/button";
import { SelectField } from "@/components/select-field";
import { TextArea } from "@/components/text-field";
import {
  leastCount,
  type StageChange,
  withChanged,
  withInserted,
  withoutStage,
} from "@/domain/treatment/plan/lay-stages";
import { fillIn } from "@/lib/fill-in";
import type { SeriesDraft, StageDraft } from "../schema";
import { NumberEntry } from "./number-entry";
import type { PlanWords } from "./plan-words";
import { isWithin, stagesOf } from "./stage-strip";
import { ToothChart } from "./tooth-chart";
import { ToothList } from "./tooth-list";
import { pressContact, pressTooth } from "./tooth-work";
import type { Locks, Selection } from "./use-plan-draft";

type StagePanelProps = {
  series: SeriesDraft;
  selection: Selection;
  onChange: (change: (series: SeriesDraft) => SeriesDraft) => void;
  onSelect: (selection: Selection | null) => void;
  locks: Locks;
  words: PlanWords;
};

const kinds = ["aligner", "passive", "overcorrection", "retainer"] as const;
const stops = ["none", "visit", "photo_check_in"] as const;

/** What can be set on the stages chosen above; teeth for one alone. */
export function StagePanel(props: StagePanelProps) {
  const { series, selection, onChange, onSelect, locks, words } = props;
  const id = useId();
  const { arch } = selection;
  const chosen = stagesOf(series, arch).filter(({ number }) => isWithin(selection, number));
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return null;
  const at = { arch, first: first.number, last: last.number };
  const set = (change: StageChange) => onChange((one) => withChanged(one, at, change, locks));
  const isWorn = chosen.every((stage) => stage.id !== null && locks.worn.has(stage.id));
  const isBegun = chosen.every((stage) => stage.id !== null && locks.begun.has(stage.id));
  const isTemplate = chosen.every(({ kind }) => kind === "template");
  const isOne = chosen.length === 1;
  const isFree = isOne && !isTemplate && first.number > leastCount(series, arch, locks.fixed);
  const kind = common(chosen, (stage) => stage.kind);
  const stop = common(chosen, (stage) => stage.stopAfter);
  const goal = common(chosen, (stage) => stage.wearGoalMinutes);
  const mixed = { value: "", label: words["stage.mixed"] };
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex flex-col gap-4 rounded-control bg-sunken p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold" id={`${id}-title`} aria-live="polite">
          {titleOf(first, last, words)}
        </h3>
        {isOne && !isTemplate && (
          <div className="flex flex-wrap gap-2">
            <Button
              disabled={!isFree}
              icon={<Plus aria-hidden="true" className="size-4.5" />}
              kind="secondary"
              onClick={() => onChange((one) => withInserted(one, arch, first.number, locks.fixed))}
              small
            >
              {words["stage.insert"]}
            </Button>
            <Button
              disabled={!isFree}
              icon={<Trash2 aria-hidden="true" className="size-4.5" />}
              kind="secondary"
              onClick={() => {
                onChange((one) => withoutStage(one, arch, first.number, locks.fixed));
                onSelect(null);
              }}
              small
            >
              {words["stage.remove"]}
            </Button>
          </div>
        )}
      </div>
      {(isWorn || isBegun) && (
        <p className="text-muted text-sm">
          {isWorn ? words["stage.isWorn"] : words["stage.isBegun"]}
        </p>
      )}
      {!isTemplate && (
        <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1.3fr_1fr_1.6fr_1fr]">
          <SelectField
            disabled={isBegun}
            id={`${id}-kind`}
            label={words["stage.kind"]}
            name="kind"
            onChange={(event) => {
              const value = kinds.find((one) => one === event.target.value);
              if (value) set({ kind: value });
            }}
            options={[
              ...(kind === undefined ? [mixed] : []),
              ...kinds.map((value) => ({ value, label: words[`stage.kinds.${value}`] })),
            ]}
            value={kind ?? ""}
          />
          <NumberEntry
            className=""
            disabled={isWorn}
            id={`${id}-days`}
            label={words["stage.days"]}
            least={1}
            most={365}
            onEnter={(days) => days !== null && set({ intervalDays: days })}
            placeholder={words["stage.mixed"]}
            value={common(chosen, (stage) => stage.intervalDays) ?? null}
          />
          <SelectField
            disabled={isWorn}
            id={`${id}-stop`}
            label={words["stage.stop"]}
            name="stop"
            onChange={(event) => {
              const value = stops.find((one) => one === event.target.value);
              if (value) set({ stopAfter: value });
            }}
            options={[
              ...(stop === undefined ? [mixed] : []),
              ...stops.map((value) => ({ value, label: words[`stage.stops.${value}`] })),
            ]}
            value={stop ?? ""}
          />
          <NumberEntry
            className=""
            disabled={isWorn}
            id={`${id}-goal`}
            label={words["stage.goal"]}
            least={1}
            mayBeEmpty
            most={24}
            placeholder={words["stage.goalHint"]}
            onEnter={(hours) => set({ wearGoalMinutes: hours === null ? null : hours * 60 })}
            step={0.5}
            value={goal == null ? null : goal / 60}
          />
        </div>
      )}
      {isOne ? (
        <div className="grid min-w-0 gap-x-6 gap-y-3 min-[1500px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-2">
            <h4 className="font-semibold">{words[`teeth.title.${arch}`]}</h4>
            <p className="text-muted text-sm">{words["teeth.hint"]}</p>
            <ToothChart
              onContact={(between, by) => set(pressContact(first, between, by))}
              onTooth={(tooth) => set(pressTooth(first, tooth))}
              stage={first}
              words={words}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <ToothList id={id} onChange={set} stage={first} words={words} />
            <TextArea
              hint={words["stage.noteHint"]}
              id={`${id}-note`}
              key={`${arch} ${first.number}`}
              label={words["stage.note"]}
              maxLength={500}
              name="note"
              onChange={(event) => set({ note: event.target.value.trim() || null })}
              rows={2}
              defaultValue={first.note ?? ""}
            />
          </div>
        </div>
      ) : (
        <p className="text-muted text-sm">{words["stage.oneForTeeth"]}</p>
      )}
    </section>
  );
}

function titleOf(first: StageDraft, last: StageDraft, words: PlanWords): string {
  const { arch, number } = first;
  if (first.kind === "template" && first === last) return words[`stage.template.${arch}`];
  if (first === last) return fillIn(words[`stage.one.${arch}`], { first: number });
  return fillIn(words[`stage.more.${arch}`], { first: number, last: last.number });
}

/** What all have alike; undefined where they differ. */
function common<Value>(
  stages: readonly StageDraft[],
  of: (stage: StageDraft) => Value,
): Value | undefined {
  const values = new Set(stages.filter(({ kind }) => kind !== "template").map(of));
  return values.size === 1 ? [...values][0] : undefined;
}
