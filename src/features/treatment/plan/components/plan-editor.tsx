"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/layout";
import { LeaveGuard } from "@/components/leave-guard";
import { useForm } from "@/components/use-form";
import { newSeries } from "@/domain/treatment/plan/lay-stages";
import { postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { planMovementWordKeys } from "../../components/plan-movement";
import type { ApprovedPlan, PlanDraft, PlanView, SavedPlan } from "../schema";
import { MeanwhileNotice } from "./meanwhile-notice";
import { NumberEntry } from "./number-entry";
import { PlanAside } from "./plan-aside";
import type { PlanWords } from "./plan-words";
import { SeriesCard } from "./series-card";
import { seriesKinds, withDays } from "./series-fields";
import { usePlanDraft } from "./use-plan-draft";
import { usePlanPreview } from "./use-plan-preview";

type PlanEditorProps = {
  patientId: string;
  view: PlanView;
  today: string;
  language: string;
  words: PlanWords;
  movementWords: Record<(typeof planMovementWordKeys)[number], string>;
};

const WEAR_GOAL_MINUTES = 1320;
const FIRST = { upper: 20, lower: 20, intervalDays: 7 };
const ADDED = { upper: 10, lower: 10, intervalDays: 7 };
const RETAINER_DAYS = 180;

const firstPlan = (): PlanDraft => ({
  wearGoalMinutes: WEAR_GOAL_MINUTES,
  series: [newSeries<string>("initial", FIRST, FIRST.intervalDays)],
});

/** The whole plan to edit, with what every edit would do before it is saved (R22). */
export function PlanEditor(props: PlanEditorProps) {
  const { patientId, view, today, language, words, movementWords } = props;
  const router = useRouter();
  const [first] = useState(firstPlan);
  const editing = usePlanDraft(view, first);
  const { draft, locks, isChanged, version, changeSeries } = editing;
  const preview = usePlanPreview(patientId, version, draft, isChanged);
  const [told, setTold] = useState<string | null>(null);
  const [meanwhile, setMeanwhile] = useState<number | null>(null);
  const [saves, setSaves] = useState(0);
  const [approving, setApproving] = useState(false);
  const lastBegun = draft.series.findLastIndex(({ stages }) =>
    stages.some(({ id }) => id !== null && locks.begun.has(id)),
  );
  const path = `/api/patients/${patientId}/plan`;

  const form = useForm<SavedPlan>({
    path,
    body: (values) => ({ version, reason: values.text("reason"), plan: draft }),
    onDone(saved) {
      editing.saved(saved);
      setSaves((count) => count + 1);
      setMeanwhile(null);
      setTold(fillIn(words["save.saved"], { version: saved.version }));
      router.refresh();
    },
    onRefused(failure) {
      if (failure.code !== "changed_meanwhile") return false;
      setMeanwhile(Number(failure.detail.version));
      return true;
    },
  });

  async function approve() {
    setApproving(true);
    const answer = await postJson<ApprovedPlan>(`${path}/approve`, { version });
    setApproving(false);
    if (answer.ok) {
      editing.approved();
      setTold(words["save.approved"]);
      router.refresh();
    } else if (answer.code === "changed_meanwhile") setMeanwhile(Number(answer.detail.version));
    else setTold(answer.message || words["save.failed"]);
  }
  function add(kind: (typeof seriesKinds)[number]) {
    const isRetention = kind === "retention";
    const counts = isRetention ? { upper: 1, lower: 1 } : ADDED;
    const days = isRetention ? RETAINER_DAYS : ADDED.intervalDays;
    editing.change((plan) => ({
      ...plan,
      series: [...plan.series, newSeries<string>(kind, counts, days)],
    }));
  }
  const seen =
    preview.kind === "refused" && preview.failure.code === "changed_meanwhile"
      ? Number(preview.failure.detail.version)
      : meanwhile;
  const freeDays = new Set(
    draft.series.flatMap(({ stages }) =>
      stages.flatMap(({ id, kind, intervalDays }) =>
        kind === "template" || (id !== null && locks.worn.has(id)) ? [] : [intervalDays],
      ),
    ),
  );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] xl:gap-5">
      <div className="flex min-w-0 flex-col gap-4">
        {seen !== null && seen !== version && (
          <MeanwhileNotice
            href={`/doctor/patients/${patientId}/plan/${seen}?against=${Math.max(1, version)}`}
            onFollow={(theirs, keep) => {
              editing.follow(theirs, keep);
              setMeanwhile(null);
            }}
            patientId={patientId}
            version={seen}
            words={words}
          />
        )}
        <Card className="flex flex-wrap items-end gap-x-6 gap-y-3 p-4 sm:p-5">
          <NumberEntry
            id="plan-goal"
            label={words["whole.wearGoal"]}
            least={1}
            most={24}
            onEnter={(hours) => {
              if (hours !== null)
                editing.change((plan) => ({ ...plan, wearGoalMinutes: Math.round(hours * 60) }));
            }}
            step={0.5}
            value={draft.wearGoalMinutes / 60}
          />
          <NumberEntry
            id="plan-days"
            label={words["whole.days"]}
            least={1}
            most={365}
            onEnter={(days) => {
              if (days === null) return;
              editing.change((plan) => ({
                ...plan,
                series: plan.series.map((one) =>
                  one.kind === "retention" ? one : withDays(one, days, locks),
                ),
              }));
            }}
            placeholder={words["stage.mixed"]}
            value={freeDays.size === 1 ? ([...freeDays][0] ?? null) : null}
          />
        </Card>
        {draft.series.map((series, index) => (
          <SeriesCard
            index={index}
            isLastBegun={index === lastBegun}
            isOnly={draft.series.length === 1}
            key={series.id ?? `new ${index}`}
            language={language}
            locks={locks}
            onChange={(change) => changeSeries(index, change)}
            onRemove={() => {
              editing.select(null);
              editing.change((plan) => ({
                ...plan,
                series: plan.series.filter((_, at) => at !== index),
              }));
            }}
            onSelect={editing.select}
            selection={editing.selection?.series === index ? editing.selection : null}
            series={series}
            today={today}
            words={words}
          />
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <span className="font-semibold">{words["series.add"]}:</span>
          {seriesKinds
            .filter((kind) => kind !== "initial")
            .map((kind) => (
              <Button key={kind} kind="secondary" onClick={() => add(kind)} small>
                {words[`series.addKind.${kind}`]}
              </Button>
            ))}
        </div>
      </div>
      <PlanAside
        approving={approving}
        form={form}
        isChanged={isChanged}
        movementWords={movementWords}
        onApprove={approve}
        onDiscard={editing.discard}
        preview={preview}
        saves={saves}
        state={editing.state}
        told={told}
        version={version}
        words={words}
      />
      {isChanged && version > 0 && (
        <LeaveGuard
          words={{
            title: words["leave.title"],
            text: words["leave.text"],
            stay: words["leave.stay"],
            leave: words["leave.leave"],
          }}
        />
      )}
    </div>
  );
}
