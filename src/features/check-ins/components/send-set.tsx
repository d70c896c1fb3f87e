"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { useForm } from "@/components/use-form";
import { fillIn } from "@/lib/fill-in";
import type { CaptureWords } from "./capture-words";

type SendSetProps = {
  checkInId: string;
  patientId: string;
  /** Names of the views that are still needed. */
  missing: readonly string[];
  isBusy: boolean;
  isHeldUp: boolean;
  words: CaptureWords["send"];
};

/** Sends the whole set, once; another tab's is as good. */
export function SendSet({ checkInId, patientId, missing, isBusy, isHeldUp, words }: SendSetProps) {
  const router = useRouter();
  const form = useForm({
    path: `/api/check-ins/${checkInId}/submit`,
    body: () => ({ patientId }),
    onDone: () => {
      router.refresh();
      return "leaving";
    },
    onRefused: ({ status, code }) => {
      if (status !== 409 || code === "photos_missing") return false;
      router.refresh();
      return true;
    },
  });
  const isReady = missing.length === 0 && !isBusy && !isHeldUp;
  return (
    <form {...form.props} className="flex flex-col gap-3">
      <FormErrorSummary form={form} />
      <p className="text-center text-muted text-sm">
        {isBusy
          ? words.waiting
          : missing.length > 0
            ? fillIn(words.missing, { views: missing.join(", ") })
            : isReady && words.ready}
      </p>
      <Button
        disabled={!isReady}
        icon={<Send aria-hidden="true" className="size-5" />}
        pending={form.pending}
        type="submit"
        wide
      >
        {words.button}
      </Button>
    </form>
  );
}
