"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { useForm } from "@/components/use-form";

/** "It has arrived": the orthodontist then sees that the case can start. */
export function TakeParcel({ caseId, words }: { caseId: string; words: { arrived: string } }) {
  const router = useRouter();
  const form = useForm({
    path: `/api/cases/${caseId}/take-delivery`,
    body: () => ({}),
    onDone: () => router.refresh(),
  });
  return (
    <form {...form.props} className="flex flex-col gap-2">
      <FormErrorSummary form={form} />
      <Button kind="secondary" pending={form.pending} small type="submit">
        {words.arrived}
      </Button>
    </form>
  );
}
