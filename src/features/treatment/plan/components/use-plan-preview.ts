"use client";

import { useEffect, useState } from "react";
import { type ApiFailure, sendJson } from "@/lib/api-client";
import type { PlanDraft, PreviewPlanView } from "../schema";

/** How long typing has to rest before the days are worked out. */
const REST_MS = 450;

export type Preview =
  | { readonly kind: "idle" }
  | { readonly kind: "busy"; readonly last: PreviewPlanView | null }
  | { readonly kind: "shown"; readonly view: PreviewPlanView }
  | { readonly kind: "refused"; readonly failure: ApiFailure };

/** What saving would change, asked again whenever the plan was edited; only the latest answer counts. */
export function usePlanPreview(
  patientId: string,
  version: number,
  plan: PlanDraft,
  isChanged: boolean,
): Preview {
  const [preview, setPreview] = useState<Preview>({ kind: "idle" });
  useEffect(() => {
    if (!isChanged) {
      setPreview({ kind: "idle" });
      return;
    }
    setPreview((before) => ({
      kind: "busy",
      last: before.kind === "shown" ? before.view : before.kind === "busy" ? before.last : null,
    }));
    const asking = new AbortController();
    const ask = async () => {
      const path = `/api/patients/${patientId}/plan/preview`;
      const { signal } = asking;
      const answer = await sendJson<PreviewPlanView>("POST", path, { version, plan }, { signal });
      if (signal.aborted) return;
      setPreview(
        answer.ok ? { kind: "shown", view: answer.value } : { kind: "refused", failure: answer },
      );
    };
    const rest = window.setTimeout(() => {
      // An answer that is not wanted any more is no answer.
      ask().catch((cause) => {
        if (!asking.signal.aborted) throw cause;
      });
    }, REST_MS);
    return () => {
      window.clearTimeout(rest);
      asking.abort();
    };
  }, [patientId, version, plan, isChanged]);
  return preview;
}
