"use client";

import { useRouter } from "next/navigation";
import { Button, ButtonLink } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { TextArea } from "@/components/text-field";
import { useForm } from "@/components/use-form";

type CancelVisitProps = {
  appointmentId: string;
  patientId: string;
  reasons: readonly string[];
  keepHref: string;
  words: { reason: string; note: string; confirm: string; keep: string };
};

/** Why, and a word more if wanted; both together are the reason the practice reads (R32). */
export function CancelVisit(props: CancelVisitProps) {
  const { appointmentId, patientId, reasons, keepHref, words } = props;
  const router = useRouter();
  const form = useForm({
    path: `/api/appointments/${appointmentId}/cancel`,
    body: (values) => {
      const said = [values.text("reason"), values.text("note").trim()].filter(Boolean);
      return { reason: said.join(": "), patientId };
    },
    onDone: () => {
      router.refresh();
      return "leaving";
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <RadioCards
          {...form.field("reason")}
          choices={reasons.map((reason) => ({ value: reason, label: reason }))}
          label={words.reason}
        />
        <TextArea {...form.field("note")} label={words.note} maxLength={400} rows={3} />
        <Actions>
          <Button kind="danger" pending={form.pending} type="submit">
            {words.confirm}
          </Button>
          <ButtonLink href={keepHref} kind="quiet">
            {words.keep}
          </ButtonLink>
        </Actions>
      </Stack>
    </form>
  );
}
