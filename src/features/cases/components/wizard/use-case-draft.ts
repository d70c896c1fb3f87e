"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Prescription } from "@/domain/cases/prescription";
import { getJson, postJson } from "@/lib/api-client";
import type { CaseAnswer, CaseStep, CaseView, DraftInput } from "../../schema";

export type Saving = "saved" | "unsaved" | "saving" | "failed" | "meanwhile";

export interface CaseDraft {
  readonly prescription: Prescription;
  readonly saving: Saving;
  readonly change: (change: Partial<Prescription>) => void;
  /** Saves what is not saved yet; answers the version that stands, or null where it could not be saved. */
  readonly flush: (step: CaseStep) => Promise<number | null>;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

const PAUSE_MS = 900;
const AGAIN_MS = 5_000;

/** What is written of a case: kept on the server as one writes, tried again without a network, never over another tab's. */
export function useCaseDraft(
  initial: Pick<CaseView, "id" | "prescription" | "version" | "step">,
): CaseDraft {
  const [prescription, setPrescription] = useState<Prescription>(initial.prescription);
  const [saving, setSaving] = useState<Saving>("saved");
  const version = useRef(initial.version);
  const step = useRef<CaseStep>(initial.step);
  const saved = useRef(bodyOf(initial.prescription, initial.step));
  const wanted = useRef<Prescription>(initial.prescription);
  const theirs = useRef<CaseView | null>(null);
  const onItsWay = useRef<Promise<boolean> | null>(null);
  const isUnsaved = () => bodyOf(wanted.current, step.current) !== saved.current;

  async function send(): Promise<boolean> {
    const [written, at] = [wanted.current, step.current];
    setSaving("saving");
    const body: Omit<DraftInput, "id"> = {
      version: version.current,
      prescription: written,
      step: at,
    };
    const answer = await postJson<CaseAnswer>(`/api/cases/${initial.id}/draft`, body);
    if (answer.ok) {
      version.current = answer.value.version;
      saved.current = bodyOf(written, at);
      setSaving(isUnsaved() ? "unsaved" : "saved");
      return true;
    }
    if (answer.code !== "changed_meanwhile") {
      setSaving("failed");
      return false;
    }
    const newer = await getJson<CaseView>(`/api/cases/${initial.id}`);
    if (newer.ok) theirs.current = newer.value;
    setSaving(newer.ok ? "meanwhile" : "failed");
    return false;
  }

  /** One after the other: what is written meanwhile follows. */
  async function save(): Promise<boolean> {
    while (onItsWay.current) await onItsWay.current;
    if (!isUnsaved()) return true;
    if (theirs.current) return false;
    const sent = send();
    onItsWay.current = sent;
    const isDone = await sent;
    onItsWay.current = null;
    return isDone;
  }

  const saveSoon = useEffectEvent(() => void save());
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing on puts it off
  useEffect(() => {
    if (saving !== "unsaved" && saving !== "failed") return;
    const timer = setTimeout(saveSoon, saving === "failed" ? AGAIN_MS : PAUSE_MS);
    window.addEventListener("online", saveSoon);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", saveSoon);
    };
  }, [saving, prescription]);

  function show(next: Prescription) {
    wanted.current = next;
    setPrescription(next);
  }

  return {
    prescription,
    saving,
    change(change) {
      show({ ...wanted.current, ...change });
      if (theirs.current === null) setSaving("unsaved");
    },
    async flush(at) {
      step.current = at;
      return (await save()) && !isUnsaved() ? version.current : null;
    },
    keepMine() {
      version.current = theirs.current?.version ?? version.current;
      theirs.current = null;
      saved.current = "";
      setSaving("unsaved");
    },
    takeTheirs() {
      const newer = theirs.current;
      if (!newer) return;
      theirs.current = null;
      version.current = newer.version;
      saved.current = bodyOf(newer.prescription, step.current);
      show(newer.prescription);
      setSaving("saved");
    },
  };
}

const bodyOf = (prescription: Prescription, step: CaseStep) => JSON.stringify([prescription, step]);
