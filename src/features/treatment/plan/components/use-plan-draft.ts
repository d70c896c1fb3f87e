"use client";

import { useMemo, useState } from "react";
import type { Arch } from "@/domain/treatment/facts";
import { putOnTop } from "@/domain/treatment/plan/put-on-top";
import type { PlanDraft, PlanView, SeriesDraft } from "../schema";

/** Stages of one arch of one series, from where it began to where it was led. */
export interface Selection {
  readonly series: number;
  readonly arch: Arch;
  readonly anchor: number;
  readonly cursor: number;
}

/** What may not be touched, by stage. */
export interface Locks {
  readonly begun: ReadonlySet<string>;
  readonly worn: ReadonlySet<string>;
  /** Begun, or something is recorded for it: it stays where it is. */
  readonly fixed: ReadonlySet<string>;
}

/** The plan being edited, what it began from, and which stages are chosen. */
export function usePlanDraft(view: PlanView, first: PlanDraft) {
  const saved = view.state === "completed" ? null : view.plan;
  const [base, setBase] = useState({
    version: saved ? view.version : 0,
    state: saved ? view.state : "none",
    plan: saved,
    past: view.past,
  });
  const [draft, setDraft] = useState<PlanDraft>(saved ?? first);
  const [selection, setSelection] = useState<Selection | null>(null);
  const locks = useMemo<Locks>(() => {
    const { begun, worn, inUse } = base.past;
    return {
      begun: new Set(begun),
      worn: new Set(worn),
      fixed: new Set([...begun, ...inUse]),
    };
  }, [base.past]);
  const isChanged = base.plan === null || JSON.stringify(base.plan) !== JSON.stringify(draft);

  return {
    ...base,
    draft,
    selection,
    locks,
    isChanged,
    select: setSelection,
    change: setDraft,
    changeSeries(index: number, change: (series: SeriesDraft) => SeriesDraft) {
      setDraft((plan) => ({
        ...plan,
        series: plan.series.map((series, at) => (at === index ? change(series) : series)),
      }));
    },
    /** After saving: what was saved is what it goes on from. */
    saved(next: { version: number; state: "draft" | "approved"; plan: PlanDraft }) {
      setBase((before) => ({ ...before, ...next }));
      setDraft(next.plan);
    },
    approved() {
      setBase((before) => ({ ...before, state: "approved" }));
    },
    discard() {
      setDraft(base.plan ?? first);
      setSelection(null);
    },
    /** What somebody else saved meanwhile; `keep`: with what was typed here on top of it. */
    follow(theirs: PlanView, keep: boolean) {
      const plan = theirs.plan ?? first;
      setBase({
        version: theirs.version,
        state: theirs.state,
        plan: theirs.plan,
        past: theirs.past,
      });
      setDraft(keep ? putOnTop(draft, plan) : plan);
      setSelection(null);
    },
  };
}
