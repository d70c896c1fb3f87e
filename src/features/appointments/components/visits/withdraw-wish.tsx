"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { useForm } from "@/components/use-form";

type WithdrawWishProps = {
  appointmentId: string;
  patientId: string;
  doneHref: string;
  words: { withdraw: string };
};

/** Takes the wish back; the visit below it is what is left. */
export function WithdrawWish({ appointmentId, patientId, doneHref, words }: WithdrawWishProps) {
  const router = useRouter();
  const form = useForm({
    path: `/api/appointments/${appointmentId}/withdraw`,
    body: () => ({ patientId }),
    onDone: () => {
      router.replace(doneHref);
      router.refresh();
      return "leaving";
    },
  });
  return (
    <form {...form.props} className="-ms-3.5">
      <FormErrorSummary form={form} />
      <Button kind="quiet" pending={form.pending} small type="submit">
        {words.withdraw}
      </Button>
    </form>
  );
}
