"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { useForm } from "@/components/use-form";

type TakeParcelProps = {
  caseId: string;
  words: { arrived: string };
  /** Says which of several. */
  label: string;
  onTaken: () => void;
};

/** "It has arrived": the orthodontist then sees that the case can start. */
export function TakeParcel({ caseId, words, label, onTaken }: TakeParcelProps) {
  const router = useRouter();
  const form = useForm({
    path: `/api/cases/${caseId}/take-delivery`,
    body: () => ({}),
    onDone: () => {
      onTaken();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-2">
      <FormErrorSummary form={form} />
      <Button aria-label={label} kind="secondary" pending={form.pending} small type="submit">
        {words.arrived}
      </Button>
    </form>
  );
}
