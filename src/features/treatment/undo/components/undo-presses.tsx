"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { useForm } from "@/components/use-form";
import { undoneId } from "./undone-id";

export interface PressToUndo {
  readonly changeId: string;
  /** "Aligner 5: marked today at 10:40." */
  readonly line: string;
  readonly until: string;
  /** What the button does, for those who hear it alone. */
  readonly name: string;
}

type UndoPressesProps = {
  patientId: string;
  presses: readonly PressToUndo[];
  words: { title: string; action: string };
};

/** What was marked lately, each with the button that takes it back (R21). Stays mounted when nothing is left. */
export function UndoPresses({ patientId, presses, words }: UndoPressesProps) {
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();
  const told = useRef(false);

  function done() {
    told.current = true;
    startRefresh(() => router.refresh());
  }

  useEffect(() => {
    if (refreshing || !told.current) return;
    told.current = false;
    document.getElementById(undoneId)?.focus();
  }, [refreshing]);

  if (presses.length === 0) return null;
  return (
    <section
      aria-label={words.title}
      className="rounded-card border border-hairline bg-surface px-4 sm:px-5"
    >
      <ul className="flex flex-col divide-y divide-hairline">
        {presses.map((press) => (
          <PressLine
            key={press.changeId}
            action={words.action}
            onDone={done}
            patientId={patientId}
            press={press}
            refreshing={refreshing}
          />
        ))}
      </ul>
    </section>
  );
}

type PressLineProps = {
  patientId: string;
  press: PressToUndo;
  action: string;
  refreshing: boolean;
  onDone: () => void;
};

function PressLine({ patientId, press, action, refreshing, onDone }: PressLineProps) {
  const form = useForm({
    path: `/api/treatment/aligner-changes/${press.changeId}/undo`,
    body: () => ({ patientId }),
    onDone,
    // Another tab or somebody else did it: the page shows it.
    onRefused: ({ code }) => {
      if (code !== "already_undone") return false;
      onDone();
      return true;
    },
  });
  return (
    <li>
      <form {...form.props} className="flex flex-col gap-3 py-3">
        <FormErrorSummary form={form} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p className="min-w-0 flex-1 basis-48">
            <span className="font-medium">{press.line}</span>{" "}
            <span className="text-muted text-sm">{press.until}</span>
          </p>
          <Button
            aria-label={press.name}
            className="-me-3"
            icon={<Undo2 aria-hidden="true" className="size-4.5 rtl:-scale-x-100" />}
            kind="quiet"
            pending={form.pending || refreshing}
            small
            type="submit"
          >
            {action}
          </Button>
        </div>
      </form>
    </li>
  );
}
