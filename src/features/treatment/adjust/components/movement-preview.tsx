"use client";

import { Spinner } from "@/components/spinner";
import { PlanMovement } from "../../components/plan-movement";
import type { AdjustWords } from "./adjust-words";
import type { Previewed } from "./use-preview";

type MovementPreviewProps = {
  previewed: Previewed;
  words: AdjustWords;
  title: string;
  /** How the patient gets to know. */
  tells: string;
};

/** The part of a dialog that shows what the patient will read; read out when it changes. */
export function MovementPreview({ previewed, words, title, tells }: MovementPreviewProps) {
  return (
    <section
      aria-live="polite"
      className="flex flex-col gap-3 rounded-card border border-hairline p-4"
    >
      <h3 className="font-semibold text-sm">{title}</h3>
      {previewed.state === "waiting" && <p className="text-muted">{words.previewWaits}</p>}
      {previewed.state === "loading" && (
        <p className="flex items-center gap-2 text-muted">
          <Spinner />
          {words.previewLoading}
        </p>
      )}
      {previewed.state === "refused" && (
        <p className="text-notice">{previewed.failure.message || words.previewWaits}</p>
      )}
      {previewed.state === "shown" && (
        <>
          <PlanMovement said={previewed.preview.said} words={words.movement} />
          <p className="text-muted text-sm">{tells}</p>
        </>
      )}
    </section>
  );
}
